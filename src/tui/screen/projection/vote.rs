//! A show of hands on the wall: the proposals, the hands counted, and which one was right.

use ratatui::text::{Line, Span};

use super::flow::{Block, paragraph};
use super::view::Sight;
use crate::number::french::count;
use crate::session::projection::{Ballot, letter};
use crate::tui::wall::Wall;
use crate::tui::widget::big::Type;
use crate::tui::widget::text;

impl Sight {
    /// Which proposal was right, and how many hands it had.
    pub(super) fn voted(self, ballot: &Ballot) -> Option<Block> {
        let at = ballot.proposals.iter().position(|proposal| proposal.right)?;
        let hands = ballot.proposals[at].hands.map(|hands| format!("  {}", in_hands(hands)));
        let hands = Span::styled(hands.unwrap_or_default(), self.wall.strong());
        Some(Block::line(Line::from(vec![tag(at, self.wall), hands])))
    }

    pub(super) fn ballot(self, ballot: &Ballot, revealed: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !revealed && ballot.several {
            let words = "Plusieurs réponses sont possibles.";
            blocks.extend(paragraph(Span::raw(""), words, self.wall.quiet(), self.width));
            blocks.push(Block::gap());
        }
        match self.proposals_in_large(ballot, revealed) {
            Some(large) => blocks.extend(large),
            None => blocks.extend(self.proposals(ballot, revealed)),
        }
        blocks
    }

    /// Figures in large type, all on one page; `None` where they do not fit.
    fn proposals_in_large(self, ballot: &Ballot, revealed: bool) -> Option<Vec<Block>> {
        const LEAD: u16 = 6;
        const HANDS: u16 = 4;
        let room = Sight { width: self.width.saturating_sub(LEAD + HANDS), ..self };
        let mut blocks = Vec::new();
        if !ballot.figures {
            return None;
        }
        for (at, proposal) in ballot.proposals.iter().enumerate() {
            let big = room.big(&proposal.text, 1, 0, &[Type::Quarter])?;
            let wrong = revealed && !proposal.right;
            let style = if wrong { self.wall.quiet() } else { self.wall.accent() };
            let hands = self.hands(ballot, at, revealed);
            let x = LEAD + big.width() + 1;
            blocks.push(
                Block::default()
                    .with_line(0, 1, self.lead(ballot, at, revealed))
                    .with_big(LEAD, 0, big, style)
                    .with_line(x, 1, hands),
            );
        }
        let tall = blocks.iter().map(|block| block.height).sum::<u16>();
        (tall <= self.height).then_some(blocks)
    }

    fn proposals(self, ballot: &Ballot, revealed: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, proposal) in ballot.proposals.iter().enumerate() {
            let wrong = revealed && !proposal.right;
            let style = if wrong { self.wall.quiet() } else { self.wall.strong() };
            let lead = self.lead(ballot, at, revealed);
            let indent = lead.width() as u16;
            let room = self.width.saturating_sub(indent);
            let mut block = Block::default().with_line(0, 0, lead);
            let hands = self.hands(ballot, at, revealed);
            let mut row = 0;
            for line in text::wrap(&proposal.text, usize::from(room)) {
                block = block.with_line(indent, row, Line::styled(line, style));
                row += 1;
            }
            if hands.width() > 0 {
                block = block.with_line(indent, row, hands);
            }
            blocks.push(block);
            blocks.push(Block::gap());
        }
        blocks
    }

    /// ` A `, then what the result says of it.
    fn lead(self, ballot: &Ballot, at: usize, revealed: bool) -> Line<'static> {
        let right = ballot.proposals.get(at).is_some_and(|proposal| proposal.right);
        let sign = match (revealed, right) {
            (false, _) => " ",
            (true, true) => " ✓ ",
            (true, false) => "   ",
        };
        Line::from(vec![tag(at, self.wall), Span::styled(sign, self.wall.accent())])
    }

    /// The hands counted for a proposal, and the place of the next digit.
    fn hands(self, ballot: &Ballot, at: usize, revealed: bool) -> Line<'static> {
        let Some(proposal) = ballot.proposals.get(at) else { return Line::default() };
        let words = match proposal.hands {
            Some(hands) if ballot.figures => hands.to_string(),
            Some(hands) => in_hands(hands),
            None => String::new(),
        };
        let counting = !revealed && ballot.counting == at && ballot.counted();
        let mark = if counting { "◂" } else { "" };
        Line::from(Span::styled(format!("{words}{mark}"), self.wall.strong()))
    }
}

/// ` A `.
pub(super) fn tag(at: usize, wall: Wall) -> Span<'static> {
    Span::styled(format!(" {} ", letter(at)), wall.tag())
}

/// `7 mains`.
pub(super) fn in_hands(hands: u16) -> String {
    count(usize::from(hands), "main", "mains")
}
