//! The document as it was last cut into lines, kept while nothing it is made of changes: cutting
//! it costs more than the rest of a frame, and a key seldom changes it.

use std::cell::RefCell;
use std::rc::Rc;

use super::document::Document;
use crate::model::CellRef;
use crate::tui::theme::Theme;

/// Everything a document of one question depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cut {
    pub width: usize,
    /// Columns of its tables left out on the left.
    pub column: usize,
    /// The charts of the annexes are drawn.
    pub charts: bool,
    /// The figure being picked.
    pub cursor: Option<CellRef>,
    pub theme: Theme,
    /// Rows of the pane, where it is in large type.
    pub large: Option<usize>,
}

/// The last document and its cut.
#[derive(Debug, Default)]
pub struct Memo(RefCell<Option<(Cut, Rc<Document>)>>);

impl Memo {
    /// The document of a cut, made only where the last one was another.
    pub fn get(&self, cut: Cut, make: impl FnOnce(&Cut) -> Document) -> Rc<Document> {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((known, document)) if *known == cut => Rc::clone(document),
            _ => {
                let document = Rc::new(make(&cut));
                *last = Some((cut, Rc::clone(&document)));
                document
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_cut_again_only_for_another_cut() {
        let memo = Memo::default();
        let mut made = 0;
        let mut get = |width, column, charts| {
            let cut = Cut { width, column, charts, ..Cut::default() };
            memo.get(cut, |_| {
                made += 1;
                Document { furthest: made, ..Document::default() }
            })
            .furthest
        };
        let wanted =
            [(80, 0, false), (80, 0, false), (79, 0, false), (79, 1, false), (79, 1, true)];
        assert_eq!(
            wanted.map(|(width, column, charts)| get(width, column, charts)),
            [1, 1, 2, 3, 4]
        );
    }
}
