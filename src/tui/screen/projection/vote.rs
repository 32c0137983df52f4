//! A show of hands on the wall: the proposals, the hands counted, and which one was right.

use ratatui::text::{Line, Span};

use super::flow::{Block, paragraph};
use super::prose::total;
use super::view::Sight;
use crate::number::french::count;
use crate::session::projection::{Ballot, letter};
use crate::tui::wall::Wall;
use crate::tui::widget::big::{Big, Type};
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

    /// The letters in large type, and the proposals where they fit, all on one page; `None` where
    /// that is too much.
    fn proposals_in_large(self, ballot: &Ballot, revealed: bool) -> Option<Vec<Block>> {
        const HANDS: u16 = 4;
        let (wide, _) = Type::Quarter.letter();
        let lead = 2 * wide + 1;
        // Three digits in large type beside the proposal, else in small letters under or after it.
        let room = self.width.checked_sub(lead)?;
        let beside = if ballot.figures { HANDS } else { 0 };
        let texts = [3 * wide + 2, beside].into_iter().find_map(|hands| {
            let room = room.checked_sub(hands)?;
            let texts: Option<Vec<Big>> = (ballot.proposals.iter())
                .map(|it| Big::fit(&it.text, room, self.height, usize::MAX, &[Type::Quarter]))
                .collect();
            let rows = |big: &Big| big.height() + u16::from(!ballot.figures);
            texts.filter(|texts| texts.iter().map(rows).sum::<u16>() <= self.height + 1)
        });
        let mut blocks = Vec::new();
        for at in 0..ballot.proposals.len() {
            let large = texts.as_ref().and_then(|texts| texts.get(at));
            blocks.push(self.proposal_in_large(ballot, at, revealed, large)?);
            if !ballot.figures {
                blocks.push(Block::gap());
            }
        }
        if !ballot.figures {
            blocks.pop();
            if total(&blocks) > self.height {
                blocks.retain(|block| block.height > 1);
            }
        }
        (total(&blocks) <= self.height).then_some(blocks)
    }

    /// A letter in large type before its proposal, large or in the lines beside the letter.
    fn proposal_in_large(
        self,
        ballot: &Ballot,
        at: usize,
        revealed: bool,
        large: Option<&Big>,
    ) -> Option<Block> {
        let (wide, tall) = Type::Quarter.letter();
        let lead = 2 * wide + 1;
        let proposal = ballot.proposals.get(at)?;
        let style = match revealed && !proposal.right {
            true => self.wall.quiet(),
            false if ballot.figures => self.wall.accent(),
            false => self.wall.strong(),
        };
        let one = |words: &str| Big::fit(words, u16::MAX, tall, 1, &[Type::Quarter]);
        let mut block =
            Block::default().with_big(0, 0, one(&letter(at).to_string())?, self.wall.accent());
        if revealed && proposal.right {
            block = block.with_big(wide, 0, one("✓")?, self.wall.accent());
        }
        let room = self.width.saturating_sub(lead);
        let hands = proposal.hands.and_then(|hands| one(&hands.to_string()));
        let counting = self.hands(ballot, at, revealed);
        let taken = match large {
            Some(big) => {
                block = block.with_big(lead, 0, big.clone(), style);
                big.width()
            }
            None => {
                let room = room.saturating_sub(hands.as_ref().map_or(0, |big| big.width() + 2));
                let lines = text::wrap(&proposal.text, usize::from(room));
                if lines.len() > usize::from(tall) {
                    return None;
                }
                let first = (tall - lines.len() as u16) / 2;
                let widest = lines.iter().map(|line| text::width(line)).max().unwrap_or(0);
                for (row, line) in (first..).zip(lines) {
                    block = block.with_line(lead, row, Line::styled(line, style));
                }
                widest as u16
            }
        };
        let x = lead + taken + 1;
        Some(match hands {
            // At the right edge: a count beside a figure would be read with it.
            Some(big) if x + 1 + big.width() < self.width => {
                let end = self.width - 1;
                let mark = counting.spans.last().filter(|span| span.content.ends_with('◂'));
                let mark = mark.map_or("", |_| "◂");
                block.with_big(end - big.width(), 0, big, self.wall.strong()).with_line(
                    end,
                    1,
                    Line::styled(mark, self.wall.strong()),
                )
            }
            _ if counting.width() == 0 => block,
            _ if x + counting.width() as u16 <= self.width => block.with_line(x, 1, counting),
            _ => return None,
        })
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
