//! Several learners on one machine: the page, going from one to another, and that nothing of one
//! shows to the next.

use tuteur_ndrc::check::Verdict;
use tuteur_ndrc::model::ItemId;
use tuteur_ndrc::progress::{Answer, Event, What};
use tuteur_ndrc::store::{Name, ProfileLine, Shelf, Who};
use tuteur_ndrc::tui::{Ask, Context, Effect, Input, Look, Seat, Seating};

use crate::play::Play;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (40, 12)];
const DAY: i64 = 86_400_000;

/// The interface and a real journal, which obeys as the program's loop does.
struct Desk {
    play: Play,
    shelf: Shelf,
    _folder: tempfile::TempDir,
}

fn named(name: &str) -> Who {
    Who::Named(Name::read(name).unwrap())
}

impl Desk {
    /// Learners who answered so many times so many days ago; the first one sits.
    fn open(width: u16, height: u16, learners: &[(&str, usize, i64)]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let mut shelf = Shelf::open(Some(folder.path()), &Who::Guest).0;
        for (name, answers, days) in learners.iter().rev() {
            shelf.switch(&named(name)).unwrap();
            let what = What::Answer(Answer::new("1", Verdict::Wrong));
            let item = ItemId::new("ailleurs", "1", "a");
            let event = Event { at_ms: 1_000_000 - days * DAY, item, what };
            shelf.journal_mut().append(&vec![event; *answers]).unwrap();
        }
        let mut desk = Desk { play: Play::open(width, height), shelf, _folder: folder };
        let seating = desk.seating();
        desk.play.app.set_look(Look { seat: seating.seat.clone(), ..Look::default() });
        desk.play.app.seat(seating);
        desk
    }

    fn seat(&self) -> Seat {
        match self.shelf.journal().owner() {
            _ if self.shelf.guest() => Seat::Guest,
            None => Seat::Nobody,
            Some(owner) => Seat::Learner { profile: owner.profile.clone(), alone: owner.alone },
        }
    }

    fn seating(&self) -> Seating {
        let loaded = self.shelf.journal().load().unwrap();
        let (history, drafts) = (loaded.history(), loaded.drafts);
        Seating { seat: self.seat(), history, drafts, ..Seating::default() }
    }

    /// Plays keys; each is obeyed before the next one comes.
    fn keys(mut self, keys: &str) -> Desk {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let end = if c == '<' { rest.find('>').unwrap() + 1 } else { c.len_utf8() };
            self.play = self.play.keys(&rest[..end]);
            self = self.obey();
            rest = &rest[end..];
        }
        self
    }

    fn obey(mut self) -> Desk {
        for effect in std::mem::take(&mut self.play.effects) {
            match effect {
                Effect::Keep(changes) => {
                    let journal = self.shelf.journal_mut();
                    journal.record(&changes.events, &changes.drafts).unwrap();
                }
                Effect::Profiles(ask) => self.answer(ask),
                _ => {}
            }
        }
        self
    }

    fn answer(&mut self, ask: Ask) {
        let done = match ask {
            Ask::List => Ok(false),
            Ask::Sit(who) => self.shelf.switch(&who).map(|()| true),
            Ask::Rename(id, name) => self.shelf.rename(id, &name).map(|()| false),
            Ask::Erase(id) => self.shelf.erase(id),
        };
        match done {
            Ok(true) => self.play.app.seat(self.seating()),
            Ok(false) => {
                let lines = self.shelf.profiles().unwrap();
                self.play.app.list_profiles(lines, self.seat(), None);
            }
            Err(error) => self.play.app.refuse_profile(format!("{error}.")),
        }
    }

    fn lines(&self) -> Vec<ProfileLine> {
        self.shelf.profiles().unwrap()
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        let screen = self.play.text().replace('\u{a0}', " ");
        assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
    }

    #[track_caller]
    fn hides(&self, words: &str) {
        let screen = self.play.text().replace('\u{a0}', " ");
        assert!(!screen.contains(words), "`{words}` is on the screen:\n{screen}");
    }
}

const CLASS: &[(&str, usize, i64)] =
    &[("Léa", 128, 0), ("Tom", 1, 1), ("Jean-Baptiste de la Fontaine", 12, 9), ("Anouk", 0, 0)];

#[test]
fn every_state_of_the_page() {
    let looks = |name: &str, keys: &str| {
        for (width, height) in SIZES {
            let picture = Desk::open(width, height, CLASS).keys(keys).play.picture();
            insta::assert_snapshot!(format!("profiles_{name}_{width}x{height}"), picture);
        }
    };
    looks("home", "");
    looks("list", "u");
    looks("guest", "u<end>");
    looks("name", "un");
    looks("refused", "unlea<enter>");
    looks("erase", "u<delete>");
    looks("surely", "u<delete><enter>");
    looks("home_guest", "u<end><enter>");
}

#[test]
fn the_accueil_names_who_works_only_where_it_may_be_someone_else() {
    let alone = Desk::open(80, 24, &[("Léa", 1, 0)]);
    alone.hides("Léa");
    alone.shows("Épreuve E5 · hors ligne");
    let guest = alone.keys("u<end><enter>");
    guest.shows("Invité : rien n’est gardé · u changer");
    // A newcomer is promised nothing that does not hold for a guest.
    guest.shows("rien ne sera gardé après vous");
    let leaving = Desk::open(80, 24, CLASS).keys("u<end><enter><esc>");
    leaving.shows("Vous êtes invité : rien de cette séance");
    Desk::open(80, 24, CLASS).shows("Léa · u changer");
}

#[test]
fn the_name_in_the_header_opens_the_page() {
    let desk = Desk::open(80, 24, CLASS);
    assert_eq!(desk.play.click("Léa").app.context(), Context::Profiles);
    let desk = Desk::open(80, 24, CLASS);
    assert_eq!(desk.play.click("Tuteur").app.context(), Context::Home);
    assert_eq!(Play::open(80, 24).click("hors ligne").app.context(), Context::Home);
}

#[test]
fn the_page_is_reached_from_the_settings_and_the_palette_and_leads_back() {
    let desk = Desk::open(80, 24, CLASS).keys("g<end>");
    desk.shows("Profil               Léa");
    let desk = desk.keys("<enter>");
    assert_eq!(desk.play.app.context(), Context::Profiles);
    let desk = desk.keys("rLou<c-w>Lou<enter><esc>");
    assert_eq!(desk.play.app.context(), Context::Settings);
    desk.shows("Profil               Lou");
    let desk = desk.keys("<esc><down><enter><c-p>invite<enter>");
    assert_eq!(desk.play.app.context(), Context::Profiles);
    // Whoever sits stays: the question is still there.
    let desk = desk.keys("<enter>");
    assert_eq!(desk.play.app.context(), Context::Statement);
}

#[test]
fn nothing_of_a_learner_shows_to_the_next_one_and_all_of_it_comes_back() {
    // The fourth step of the first question is a text.
    let to_text = "<down><enter><f6><f8><f8><f8>";
    let desk = Desk::open(80, 24, &[("Léa", 0, 0), ("Tom", 0, 0)]);
    let desk = desk.keys(to_text).keys("Secret de Léa");
    desk.shows("Secret de Léa");
    let desk = desk.keys("<c-p>changer de profil<enter><down>");
    desk.shows("▌ ○ Tom");
    let desk = desk.keys("<enter>");
    assert_eq!(desk.play.app.context(), Context::Home);
    desk.shows("Bienvenue");
    desk.hides("Reprendre");
    let desk = desk.keys(to_text);
    desk.hides("Secret");
    let desk = desk.keys("<c-z><c-z><c-y><c-y>");
    desk.hides("Secret");
    let desk = desk.keys("Texte de Tom<esc>u<up><enter>");
    desk.shows("Reprendre");
    let desk = desk.keys("r<f6>");
    desk.shows("Secret de Léa");
    desk.hides("Texte de Tom");
}

#[test]
fn the_way_back_of_a_learner_is_not_the_next_ones() {
    let desk = Desk::open(80, 24, &[("Léa", 0, 0), ("Tom", 0, 0)]);
    let from_entry = "mrebond<enter><tab><tab><tab><tab><tab><enter>";
    let desk = desk.keys(from_entry).keys("<c-p>changer de profil<enter><end><up><enter>");
    assert_eq!(desk.play.app.context(), Context::Home);
    desk.shows("Tom · u changer");
    let desk = desk.keys("<down><enter><esc>");
    assert_eq!(desk.play.app.context(), Context::Home);
    desk.shows("Tom · u changer");
}

#[test]
fn a_guest_sees_nothing_and_leaves_nothing() {
    let desk = Desk::open(80, 24, &[("Léa", 0, 0), ("Tom", 0, 0)]);
    let desk = desk.keys("<down><enter><f6>12<enter>");
    let answers = |desk: &Desk| desk.lines().iter().map(|line| line.answers).sum::<u64>();
    assert_eq!(answers(&desk), 1);
    let desk = desk.keys("<c-p>changer de profil<enter><end><enter>");
    desk.hides("Reprendre");
    let desk = desk.keys("<down><enter><f6>");
    desk.hides("Faux");
    let desk = desk.keys("13<enter>");
    desk.shows("Faux");
    assert_eq!(answers(&desk), 1);
    let desk = desk.keys("<esc>px");
    desk.shows("rien n’est exporté");
    let desk = desk.keys("<esc>q");
    desk.shows("Vous êtes invité");
    let desk = desk.keys("<esc>u<home><enter>");
    desk.shows("Reprendre");
}

#[test]
fn a_new_profile_is_made_under_a_name_of_its_own() {
    let desk = Desk::open(80, 24, &[("Léa", 1, 0)]).keys("un<enter>");
    desk.shows("Il faut un nom.");
    let desk = desk.keys("LÉA<enter>");
    desk.shows("Ce nom est déjà celui d’un autre profil.");
    let desk = desk.keys("s");
    desk.hides("déjà");
    let desk = desk.keys("<c-w>Invité<enter>");
    desk.shows("choisissez un autre nom");
    let mut desk = desk.keys("<c-w>");
    desk.play.input(Input::Paste("Zoé\u{1b}[31m\nB".repeat(9)));
    let desk = desk.keys("<enter>");
    desk.shows("40 colonnes au plus");
    let desk = desk.keys("<c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w>Zoé<enter>");
    desk.shows("Zoé · u changer");
    let names: Vec<String> =
        desk.lines().iter().map(|line| line.profile.name.to_string()).collect();
    assert_eq!(names, ["Léa", "Zoé"]);
    let desk = desk.keys("un<esc><esc>");
    assert_eq!((desk.lines().len(), desk.play.app.context()), (2, Context::Home));
}

#[test]
fn a_name_typed_before_the_list_is_there_is_not_lost() {
    let mut desk = Desk::open(80, 24, CLASS);
    desk.play.input(Input::Typed("unZo".to_owned()));
    let desk = desk.obey();
    desk.shows("› Zo");
    desk.keys("é<enter>").shows("Zoé · u changer");
}

#[test]
fn erasing_asks_twice_with_two_keys() {
    let desk = Desk::open(80, 24, CLASS);
    for held in ["<enter>", "<delete>", "x", "<esc>"] {
        let keys = format!("u<delete>{}", held.repeat(8));
        let desk = Desk::open(80, 24, CLASS).keys(&keys);
        assert_eq!(desk.lines().len(), 4, "{held}");
    }
    let desk = desk.keys("u<end><delete>");
    assert_eq!(desk.play.app.context(), Context::Profiles, "a guest has nothing to erase");
    let desk = desk.keys("<up><delete>");
    desk.shows("Supprimer le profil « Tom » ?");
    desk.shows("Sa réponse, ses brouillons");
    let desk = desk.keys("<enter>");
    desk.shows("Effacer « Tom » pour toujours ?");
    let desk = desk.keys("<delete>");
    desk.hides("Tom");
    assert_eq!(desk.lines().len(), 3);
    // The one who sits: someone else takes the place.
    let desk = desk.keys("<up><delete><enter><delete>");
    assert_eq!(desk.play.app.context(), Context::Home);
    assert_eq!(desk.lines().len(), 2);
    desk.hides("Léa");
}

#[test]
fn the_questions_before_erasing_are_answered_by_the_mouse_too() {
    let click = |mut desk: Desk, words: &str| {
        desk.play = desk.play.click(words);
        desk.obey()
    };
    let desk = click(Desk::open(80, 24, CLASS).keys("u<end><up><delete>"), "Continuer");
    desk.shows("Effacer « Tom » pour toujours ?");
    // Beside the card: nothing is done.
    let desk = click(desk, "Profils");
    assert_eq!((desk.play.app.context(), desk.lines().len()), (Context::Profiles, 4));
    let desk = click(desk.keys("<delete><enter>"), "Tout effacer");
    assert_eq!(desk.lines().len(), 3);
}

#[test]
fn a_refusal_is_told_and_the_learner_stays() {
    let mut desk = Desk::open(80, 24, CLASS).keys("u");
    desk.play.app.refuse_profile("Le disque est plein.".to_owned());
    desk.shows("Le disque est plein.");
    assert_eq!(desk.play.app.context(), Context::Profiles);
    let desk = desk.keys("<esc>");
    desk.shows("Léa · u changer");
}

#[test]
fn a_click_opens_a_profile_and_the_wheel_goes_through_them() {
    let mut desk = Desk::open(80, 24, CLASS).keys("u");
    desk.play = desk.play.click("Tom");
    desk.obey().shows("Tom · u changer");
    let many: Vec<String> = (10..50).map(|n| format!("Élève {n}")).collect();
    let many: Vec<(&str, usize, i64)> = many.iter().map(|name| (name.as_str(), 0, 0)).collect();
    let desk = Desk::open(40, 12, &many).keys("u<end>");
    desk.shows("▌ ○ Invité");
    desk.hides("Élève 10");
    desk.keys("<home>").shows("▌ ● Élève 10");
}
