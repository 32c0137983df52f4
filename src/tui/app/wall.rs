//! Putting a question on the classroom wall, and coming back to the screen in hand.

use super::{App, Effect, Screen};
use crate::session::Place;
use crate::session::projection::Scope;
use crate::tui::coming::Sought;
use crate::tui::screen::projection::ProjectionScreen;

impl App {
    /// Shows questions on the wall at this scope.
    pub fn at_scope(self, scope: Scope) -> Self {
        App { scope, ..self }
    }

    /// Shows a projection and nothing else: of a question, or of the list of all of them with
    /// the selection on `place`.
    pub fn guest(mut self, place: Option<&Place>, list: bool) -> Self {
        self.guest = true;
        self.project(place, list);
        self
    }

    /// Puts a question on the wall; the screen in hand comes back afterwards, as it was.
    pub(super) fn project(&mut self, place: Option<&Place>, list: bool) -> Vec<Effect> {
        if let Some(coming) = &mut self.coming {
            coming.wish_for(Sought::Wall(place.cloned(), list));
            return Vec::new();
        }
        let open = if list { ProjectionScreen::list } else { ProjectionScreen::open };
        let projection = open(&self.catalogue, place, self.theme, self.size).at_scope(self.scope);
        let behind = std::mem::replace(&mut self.screen, Screen::Home);
        self.screen = Screen::Projection(Box::new(projection), Box::new(behind));
        self.dress();
        Vec::new()
    }

    /// Back to the screen the projection was opened from, unless it stays.
    pub(super) fn leave_projection_unless(&mut self, stays: bool) -> Vec<Effect> {
        if stays {
            return Vec::new();
        }
        if self.guest {
            self.ask_leave();
        } else if let Screen::Projection(projection, behind) =
            std::mem::replace(&mut self.screen, Screen::Home)
        {
            self.scope = projection.scope();
            self.screen = *behind;
            self.dress();
            self.resized();
        }
        Vec::new()
    }
}
