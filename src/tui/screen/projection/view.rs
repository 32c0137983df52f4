//! What a slide looks like: large type where it fits, bold text with air where it does not.

use ratatui::text::{Line, Span};

use super::flow::{Block, Page, paginate, paragraph};
use super::prose::{Said, total};
use super::table;
use super::vote::{in_hands, tag};
use crate::model::question_number;
use crate::model::{Annex, StepKind};
use crate::number::french::count;
use crate::session::chart;
use crate::session::projection::{Ballot, Body, Filled, Projection, Scope, Slide, Stage, letter};
use crate::tui::wall::Wall;
use crate::tui::widget::big::{Big, Type};

/// From this width on, text as small as the terminal's is not read from the last row.
pub(super) const WIDE: u16 = 96;

/// The types of what is asked, the largest first.
const PROMPT: &[Type] = &[Type::Full, Type::Quarter];

/// A place to lay slides out in.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    pub wall: Wall,
    pub width: u16,
    pub height: u16,
}

/// The pages of the slide on the wall.
///
/// `scope` is the name of the key that changes how much is shown.
pub fn slide(projection: &Projection, sight: Sight, scope: &str) -> Vec<Page> {
    let blocks = match &projection.slide().body {
        Body::Title { number, title, .. } => sight.opening(projection, number, title, scope),
        Body::Text { heading, paragraphs } => {
            let parts = sight.parts(heading.as_deref(), paragraphs);
            match projection.slide().stage {
                Stage::Prompt => sight.said(&parts, PROMPT),
                Stage::Hint if !sight.asks_large(projection) => sight.centred(&parts),
                _ => sight.said(&parts, &[Type::Quarter]),
            }
        }
        Body::Banner { above, words } => sight.banner(above, words),
        Body::Formula { heading, lines } => sight.formula(heading.as_deref(), lines),
        Body::Figures { label, figures, working } => {
            let mut blocks = sight.figures(label, figures, working);
            // Without a show of hands the letters of the proposals say nothing.
            let asked =
                |ballot: &&Ballot| ballot.counted() || projection.scope() == Scope::Complete;
            let ballot = projection.ballot().filter(asked);
            if let Some(voted) = ballot.and_then(|ballot| sight.voted(ballot)) {
                let under = blocks.iter().position(Block::is_gap).unwrap_or(0);
                blocks.splice(under..under, [voted]);
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
    fn opening(self, projection: &Projection, number: &str, title: &str, key: &str) -> Vec<Block> {
        let mut blocks = self.title(number, title);
        let count = |scope| count(projection.count(scope), "pas", "pas");
        let (all, essential) = (count(Scope::Complete), count(Scope::Essential));
        let words = match projection.scope() {
            Scope::Complete => {
                format!("Complet\u{a0}: {all}. {key}\u{a0}: l’essentiel en {essential}.")
            }
            Scope::Essential => {
                format!("L’essentiel\u{a0}: {essential}. {key}\u{a0}: complet, {all}.")
            }
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

    /// A heading and the paragraphs under it.
    fn parts(self, heading: Option<&str>, paragraphs: &[String]) -> Vec<Said> {
        let heading = heading.map(|words| Said::new(words, self.wall.accent()));
        let paragraphs = paragraphs.iter().map(|words| Said::new(words, self.wall.strong()));
        heading.into_iter().chain(paragraphs).collect()
    }

    /// Whether what the step asks stands in large type: no hint is larger than its question.
    fn asks_large(self, projection: &Projection) -> bool {
        let step = projection.slide().step;
        let prompt = |slide: &&Slide| slide.step == step && slide.stage == Stage::Prompt;
        match projection.slides().iter().find(prompt).map(|slide| &slide.body) {
            Some(Body::Text { heading, paragraphs }) => {
                let parts = self.parts(heading.as_deref(), paragraphs);
                self.width >= WIDE || self.large(&parts, PROMPT).is_some()
            }
            _ => true,
        }
    }

    /// Bold text.
    pub(super) fn plain(self, words: &str) -> Vec<Block> {
        paragraph(Span::raw(""), words, self.wall.strong(), self.width)
    }

    fn formula(self, heading: Option<&str>, lines: &[String]) -> Vec<Block> {
        let accent = self.wall.accent();
        let heading = heading.map(|words| Said::new(words, self.wall.strong()));
        let said = |line: &String| Said::new(&held(line), accent);
        let parts: Vec<Said> = heading.clone().into_iter().chain(lines.iter().map(said)).collect();
        let sizes: &[Type] = &[Type::Half, Type::Quarter];
        if let Some(large) = self.large(&parts, sizes) {
            return large;
        }
        // The formula matters more than the column it is for.
        if let Some(heading) = &heading {
            let mut blocks = self.small(std::slice::from_ref(heading));
            blocks.push(Block::gap());
            let below = Sight { height: self.height.saturating_sub(total(&blocks)), ..self };
            if let Some(large) = below.large(&parts[1..], sizes) {
                blocks.extend(large);
                return blocks;
            }
        }
        if self.width >= WIDE {
            return self.said(&parts, sizes);
        }
        // One member a line: the sign of equality tells where the other begins.
        let members = lines.iter().flat_map(|line| {
            let line = held(line);
            let cut: Vec<Said> = match line.split_once(" =\u{a0}") {
                Some((left, right)) => {
                    vec![Said::new(left, accent), Said::new(&format!("=\u{a0}{right}"), accent)]
                }
                None => vec![Said::new(&line, accent)],
            };
            cut
        });
        self.small(&heading.into_iter().chain(members).collect::<Vec<_>>())
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
            let hands = ballot.proposals.get(at).and_then(|it| it.hands).map(in_hands);
            let said = hands.as_ref().map(|hands| format!("{}\u{a0}: {hands}", letter(at)));
            let said = said.unwrap_or_else(|| letter(at).to_string());
            let wide = if self.width < WIDE { 0 } else { self.width };
            match Big::fit(&said, wide, self.height / 4, 1, &[Type::Quarter]) {
                Some(big) => blocks.push(Block::big(big, wall.strong())),
                None => {
                    let hands = hands.map_or_else(String::new, |hands| format!("  {hands}"));
                    let hands = Span::styled(hands, wall.strong());
                    blocks.push(Block::line(Line::from(vec![tag(at, wall), hands])));
                }
            }
            blocks.push(Block::gap());
        }
        let figures = proposed.is_none_or(|(ballot, _)| ballot.figures);
        // The sentence keeps half of the wall.
        let sizes = if self.width < WIDE { &Type::ALL[1..] } else { &Type::ALL };
        let big = self.big(figure, 1, self.height / 2, sizes);
        let mut parts = vec![Said::new(sentence, wall.strong())];
        match big.filter(|_| figures) {
            Some(big) => blocks.extend([Block::big(big, wall.accent()), Block::gap()]),
            None => parts.insert(0, Said::new(figure, wall.accent())),
        }
        let below = Sight { height: self.height.saturating_sub(total(&blocks)), ..self };
        let grown = below.grown(&parts, &[Type::Quarter]);
        blocks.extend(grown.unwrap_or_else(|| below.small(&parts)));
        blocks
    }

    /// A list told at once.
    fn points(self, heading: Option<&str>, items: &[String]) -> Vec<Block> {
        let strong = self.wall.strong();
        let heading = heading.map(|words| Said::new(words, self.wall.accent()));
        let items = items.iter().map(|words| Said { sign: "•", ..Said::new(words, strong) });
        self.said(&heading.into_iter().chain(items).collect::<Vec<_>>(), &[Type::Quarter])
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
