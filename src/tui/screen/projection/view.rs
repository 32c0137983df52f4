//! What a slide looks like: large type where it fits, bold text with air where it does not.

use ratatui::text::{Line, Span};

use super::flow::{Block, Page, paginate, paragraph};
use super::table;
use super::vote::{in_hands, tag};
use crate::model::question_number;
use crate::model::{Annex, StepKind};
use crate::number::french::count;
use crate::session::chart;
use crate::session::projection::{Ballot, Body, Filled, Projection, Scope};
use crate::tui::wall::Wall;
use crate::tui::widget::big::{Big, Type};

/// From this width on, text as small as the terminal's is not read from the last row.
const WIDE: u16 = 96;
/// Lines of large type that are read at one glance.
const SHORT: usize = 3;

/// A place to lay slides out in.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    pub wall: Wall,
    pub width: u16,
    pub height: u16,
}

/// The pages of the slide on the wall.
pub fn slide(projection: &Projection, sight: Sight) -> Vec<Page> {
    let blocks = match &projection.slide().body {
        Body::Title { number, title, .. } => sight.opening(projection, number, title),
        Body::Text { heading, paragraphs } => sight.text(heading.as_deref(), paragraphs),
        Body::Banner { above, words } => sight.banner(above, words),
        Body::Formula { heading, lines } => sight.formula(heading.as_deref(), lines),
        Body::Figures { label, figures, working } => {
            let mut blocks = sight.figures(label, figures, working);
            // Without a show of hands the letters of the proposals say nothing.
            let asked =
                |ballot: &&Ballot| ballot.counted() || projection.scope() == Scope::Complete;
            let ballot = projection.ballot().filter(asked);
            if let Some(voted) = ballot.and_then(|ballot| sight.voted(ballot)) {
                blocks.splice(1..1, [voted]);
            }
            blocks
        }
        Body::Debrief { proposal, figure, sentence } => {
            sight.debrief(projection.ballot(), *proposal, figure, sentence)
        }
        Body::List { heading, items } => return sight.list(heading.as_deref(), items),
        Body::Points { heading, items } => sight.points(heading.as_deref(), items),
        Body::Annex(at) => {
            let annex = projection.subject().annexes.get(*at);
            let draws = projection.draws();
            return annex.map_or_else(Vec::new, |annex| sight.annex(annex, draws));
        }
        Body::Charts(charts) => table::charts(charts, sight.wall, sight.width, sight.height),
        Body::Sheet { filled } => return sight.sheet(projection, *filled),
        Body::Ballot { revealed } => match projection.ballot() {
            Some(ballot) => sight.ballot(ballot, *revealed),
            None => Vec::new(),
        },
    };
    paginate(blocks, sight.height)
}

/// The pages of all the annexes of the question.
pub fn annexes(projection: &Projection, sight: Sight) -> Vec<Page> {
    let annexes = projection.annexes().into_iter();
    let draws = projection.draws();
    annexes.flat_map(|annex| sight.annex(annex, draws)).collect()
}

impl Sight {
    /// An annex, and what can be drawn of it where that is wanted.
    fn annex(self, annex: &Annex, draws: bool) -> Vec<Page> {
        let Sight { wall, width, height } = self;
        let mut pages = table::annex(annex, wall, width, height);
        if draws {
            let charts = chart::charts(annex);
            if !charts.is_empty() {
                let drawn = table::charts(&charts, wall, width, height);
                let blocks = table::title(&annex.title, wall, width).into_iter().chain(drawn);
                pages.extend(paginate(blocks.collect(), height));
            }
        }
        pages
    }

    /// Words in the largest type that leaves `spare` rows.
    pub(super) fn big(self, words: &str, lines: usize, spare: u16, sizes: &[Type]) -> Option<Big> {
        Big::fit(words, self.width, self.height.saturating_sub(spare), lines, sizes)
    }

    /// Large, or bold with a row of air under every paragraph.
    pub(super) fn headline(self, words: &str, spare: u16) -> Vec<Block> {
        match self.big(words, 3, spare, &[Type::Half, Type::Quarter]) {
            Some(big) => vec![Block::big(big, self.wall.accent())],
            None => paragraph(Span::raw(""), words, self.wall.accent(), self.width),
        }
    }

    fn title(self, number: &str, title: &str) -> Vec<Block> {
        let number = question_number(number);
        let both = format!("{number} {title}");
        let half = self.big(&both, 3, 0, &[Type::Half]);
        match half.or_else(|| self.big(&both, 5, 0, &[Type::Quarter])) {
            Some(big) => vec![Block::big(big, self.wall.accent())],
            None => {
                let lead = Span::styled(format!("{number}  "), self.wall.quiet());
                paragraph(lead, title, self.wall.accent(), self.width)
            }
        }
    }

    /// The title, and the choice between showing everything and the essential.
    fn opening(self, projection: &Projection, number: &str, title: &str) -> Vec<Block> {
        let mut blocks = self.title(number, title);
        let count = |scope| count(projection.count(scope), "pas", "pas");
        let (all, essential) = (count(Scope::Complete), count(Scope::Essential));
        let words = match projection.scope() {
            Scope::Complete => {
                format!("Complet\u{a0}: {all}. e\u{a0}: l’essentiel en {essential}.")
            }
            Scope::Essential => format!("L’essentiel\u{a0}: {essential}. e\u{a0}: complet, {all}."),
        };
        let below = paragraph(Span::raw(""), &words, self.wall.quiet(), self.width);
        let tall: u16 = blocks.iter().map(|block| block.height).sum();
        if tall + 1 + below.len() as u16 <= self.height {
            blocks.push(Block::gap());
            blocks.extend(below);
        }
        blocks
    }

    fn banner(self, above: &str, words: &str) -> Vec<Block> {
        let mut blocks = Vec::new();
        if !above.is_empty() {
            blocks.extend(paragraph(Span::raw(""), above, self.wall.strong(), self.width));
            blocks.push(Block::gap());
        }
        blocks.extend(self.headline(words, 2));
        blocks
    }

    fn text(self, heading: Option<&str>, paragraphs: &[String]) -> Vec<Block> {
        if let Some(blocks) = self.large_text(heading, paragraphs) {
            return blocks;
        }
        let mut blocks = Vec::new();
        if let Some(heading) = heading {
            blocks.extend(paragraph(Span::raw(""), heading, self.wall.accent(), self.width));
            blocks.push(Block::gap());
        }
        for words in paragraphs {
            blocks.extend(self.plain(words));
            blocks.push(Block::gap());
        }
        blocks
    }

    /// A short text in large type; a wide wall has room for a longer one.
    fn large_text(self, heading: Option<&str>, paragraphs: &[String]) -> Option<Vec<Block>> {
        let most = if self.width < WIDE { SHORT } else { usize::MAX };
        let mut blocks = Vec::new();
        if let Some(heading) = heading {
            blocks.extend(paragraph(Span::raw(""), heading, self.wall.accent(), self.width));
            blocks.push(Block::gap());
        }
        for words in paragraphs {
            let big = self.big(words, most, 0, &[Type::Quarter])?;
            blocks.push(Block::big(big, self.wall.strong()));
            blocks.push(Block::gap());
        }
        blocks.pop();
        (blocks.iter().map(|block| block.height).sum::<u16>() <= self.height).then_some(blocks)
    }

    /// Bold text.
    pub(super) fn plain(self, words: &str) -> Vec<Block> {
        paragraph(Span::raw(""), words, self.wall.strong(), self.width)
    }

    fn formula(self, heading: Option<&str>, lines: &[String]) -> Vec<Block> {
        let lines: Vec<String> = lines.iter().map(|line| held(line)).collect();
        let above = |blocks: &mut Vec<Block>| {
            if let Some(heading) = heading {
                blocks.extend(paragraph(Span::raw(""), heading, self.wall.strong(), self.width));
                blocks.push(Block::gap());
            }
        };
        let mut large = Vec::new();
        above(&mut large);
        let bigs = lines.iter().map(|line| self.big(line, 4, 0, &[Type::Half, Type::Quarter]));
        if let Some(bigs) = bigs.collect::<Option<Vec<Big>>>() {
            for big in bigs {
                large.push(Block::big(big, self.wall.accent()));
                large.push(Block::gap());
            }
            large.pop();
            if large.iter().map(|block| block.height).sum::<u16>() <= self.height {
                return large;
            }
        }
        let mut blocks = Vec::new();
        above(&mut blocks);
        for line in &lines {
            blocks.extend(paragraph(Span::raw(""), line, self.wall.accent(), self.width));
            blocks.push(Block::gap());
        }
        blocks
    }

    fn debrief(
        self,
        ballot: Option<&Ballot>,
        proposal: Option<usize>,
        figure: &str,
        sentence: &str,
    ) -> Vec<Block> {
        let wall = self.wall;
        let mut blocks = Vec::new();
        let proposed = ballot.zip(proposal);
        if let Some((ballot, at)) = proposed {
            let mut line = vec![tag(at, wall)];
            if let Some(hands) = ballot.proposals.get(at).and_then(|it| it.hands) {
                line.push(Span::styled(format!("  {}", in_hands(hands)), wall.strong()));
            }
            blocks.push(Block::line(Line::from(line)));
            blocks.push(Block::gap());
        }
        let figures = proposed.is_none_or(|(ballot, _)| ballot.figures);
        // The sentence keeps half of the wall.
        let big = self.big(figure, 1, self.height / 2, &[Type::Half, Type::Quarter]);
        match big.filter(|_| figures) {
            Some(big) => blocks.push(Block::big(big, wall.accent())),
            None => blocks.extend(paragraph(Span::raw(""), figure, wall.accent(), self.width)),
        }
        blocks.push(Block::gap());
        blocks.extend(self.plain(sentence));
        blocks
    }

    /// The end of a growing list: its last line is always in sight.
    fn list(self, heading: Option<&str>, items: &[String]) -> Vec<Page> {
        let wall = self.wall;
        let mut top = Vec::new();
        if let Some(heading) = heading {
            top.extend(paragraph(Span::raw(""), heading, wall.accent(), self.width));
            top.push(Block::gap());
        }
        let room = self.height.saturating_sub(top.len() as u16);
        let mut shown: Vec<Vec<Block>> = Vec::new();
        let mut used = 0;
        for (at, words) in items.iter().enumerate().rev() {
            let new = at + 1 == items.len();
            let style = if new { wall.strong() } else { wall.quiet() };
            let lead = if new { "▸ " } else { "• " };
            let mut lines = paragraph(Span::styled(lead, wall.accent()), words, style, self.width);
            lines.push(Block::gap());
            used += lines.len() as u16;
            // One row is kept to say that the list begins higher.
            if !shown.is_empty() && used > room {
                let above = count(at + 1, "point plus haut", "points plus haut");
                shown.push(vec![Block::line(Line::styled(format!("↑ {above}"), wall.quiet()))]);
                break;
            }
            shown.push(lines);
        }
        top.extend(shown.into_iter().rev().flatten());
        paginate(top, self.height)
    }

    /// A list told at once.
    fn points(self, heading: Option<&str>, items: &[String]) -> Vec<Block> {
        let wall = self.wall;
        let mut blocks = Vec::new();
        if let Some(heading) = heading {
            blocks.extend(paragraph(Span::raw(""), heading, wall.accent(), self.width));
            blocks.push(Block::gap());
        }
        for words in items {
            let lead = Span::styled("• ", wall.accent());
            blocks.extend(paragraph(lead, words, wall.strong(), self.width));
            blocks.push(Block::gap());
        }
        blocks
    }

    fn sheet(self, projection: &Projection, filled: Filled) -> Vec<Page> {
        let step = projection.slide().step.and_then(|at| projection.question().steps.get(at));
        match step.map(|step| &step.kind) {
            Some(StepKind::Grid(grid)) => {
                table::grid(grid, filled, self.wall, self.width, self.height)
                    .unwrap_or_else(|| self.row(grid, filled))
            }
            _ => vec![Page::default()],
        }
    }
}

/// Every sign of operation kept with what follows it: a line never ends on one.
pub(super) fn held(line: &str) -> String {
    ["+", "−", "×", "÷", "=", "≈", "→"].iter().fold(line.to_owned(), |line, sign| {
        line.replace(&format!(" {sign} "), &format!(" {sign}\u{a0}"))
    })
}
