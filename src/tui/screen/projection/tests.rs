//! Every slide of every shipped question on every wall: nothing is cut.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use super::view::{self, Sight};
use crate::content;
use crate::session::projection::Scope;
use crate::session::{Place, Projection};
use crate::tui::theme::Theme;
use crate::tui::wall::Wall;

const BODIES: [(u16, u16); 6] = [(54, 16), (74, 20), (114, 32), (38, 10), (28, 6), (194, 46)];

#[test]
fn every_page_of_every_slide_fits_its_wall() {
    let (catalogue, _) = content::catalogue(&[content::embedded()]);
    let catalogue = Arc::new(catalogue);
    let mut slides = 0;
    for subject in &catalogue.subjects {
        for question in subject.dossiers.iter().flat_map(|dossier| &dossier.questions) {
            let place = Place::new(&subject.id, &question.number);
            let mut projection = Projection::open(&catalogue, &place).unwrap();
            for scope in [Scope::Complete, Scope::Essential] {
                projection.set_scope(scope);
                projection.rush(false);
                loop {
                    slides += 1;
                    fits(&projection);
                    if !projection.reveal() {
                        break;
                    }
                }
            }
        }
    }
    assert!(slides > 1000, "{slides}");
}

fn fits(projection: &Projection) {
    for (width, height) in BODIES {
        let sight = Sight { wall: Wall::new(Theme::Plain), width, height };
        let pages = view::slide(projection, sight, "e");
        assert!(!pages.is_empty());
        for page in &pages {
            let (wide, tall) = (page.width(), page.height());
            let slide = projection.slide();
            assert!(tall > 0, "an empty page: {slide:?}");
            assert!(
                wide <= width && tall <= height,
                "{wide}×{tall} on {width}×{height}: {slide:?}"
            );
        }
    }
}
