//! What flows through the screens: inputs come in, actions say what is wanted, effects go out.
//!
//! All three are closed and know nothing of the terminal's library, so that the same screens can
//! be played in a test or carried by another host.

use std::sync::Arc;

use super::theme::Ground;
use crate::model::Catalogue;

/// One thing that happened outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    Key(Key),
    /// Many characters at once, as keys: `\n` is Enter.
    Typed(String),
    /// A whole paste, already bounded to [`PASTE_LIMIT`] bytes.
    Paste(String),
    Mouse(Mouse),
    Resize(Size),
    /// Time went by; sent when a timer in sight is about to change, at most once a second.
    Tick,
    /// The program must leave (signal, closed terminal).
    Terminate,
    /// The papers are read.
    Loaded(Loaded),
    /// The terminal told what it writes on.
    Background(Ground),
}

/// The papers, and a sentence on those that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    pub catalogue: Arc<Catalogue>,
    pub notice: Option<String>,
}

/// Longest paste taken into account, in bytes: some three hundred pages.
pub const PASTE_LIMIT: usize = 1 << 20;

/// A size in character cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// A key with its modifiers; `shift` is only kept where it does not already change the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Escape,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// A click or a turn of the wheel, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    pub x: u16,
    pub y: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    Press,
    WheelUp,
    WheelDown,
}

/// What the person wants, whatever key or click said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Quit,
    /// Back to the shell for a while (Unix).
    Suspend,
    Back,
    Help,
    /// Enter: open, check, go on, according to the screen.
    Enter,
    Toggle,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// Moves the text beside the list.
    ScrollUp,
    ScrollDown,
    NextField,
    PreviousField,
    /// From the document to the answer, or back.
    SwitchPane,
    Resume,
    /// Works the question again from its start, once confirmed.
    Restart,
    /// Opens the nth paper of the list, from 1.
    Paper(u8),
    /// The nth proposal of a choice, from 1.
    Option(u8),
    /// Checks a text (Enter makes a new line there).
    Submit,
    /// The next rung of the help ladder.
    Hint,
    Why,
    NextStep,
    PreviousStep,
    /// To the next row of the table on the wall, or to the next step.
    NextRow,
    PreviousRow,
    Timer,
    /// Puts the question in hand on the classroom wall.
    Project,
    /// One reveal further on the wall, or one back.
    Reveal,
    Cover,
    /// Blanks the wall, or brings it back.
    Blank,
    /// The next countdown of the wall.
    Countdown,
    /// Puts the annexes before the slide, or takes them away.
    Annexes,
    /// Draws the charts of the annexes, or takes them away.
    Charts,
    /// The list of questions to put on the wall.
    Jump,
    /// From every rung on the wall to the essential, and back.
    Scope,
    /// From dark to light and back.
    Contrast,
    /// A digit of a count of hands.
    Digit(u8),
    /// Shows or hides the model answer.
    Model,
    /// Shows the text handed in beside its points, or takes it away.
    OwnText,
    /// Back to the text.
    Edit,
    /// Adds a point of one's own to those of a text.
    AddPoint,
    /// Gives up what is being typed in a small field.
    Cancel,
    /// Goes on with one's own earlier results, or with the corrigé's.
    Carry,
    Type(char),
    Erase,
    EraseNext,
    EraseWord,
    /// Erases from the cursor to the start of its line.
    EraseLine,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    Undo,
    Redo,
    /// Searches everything: papers, questions, mémo, actions.
    Palette,
    /// The mémo; on a step, the entry of its indicator.
    Memo,
    Progress,
    /// Writes one's progress to files.
    Export,
    Settings,
    /// Who works on this machine.
    Profiles,
    NewProfile,
    Rename,
    /// Erases a profile, asked for and confirmed twice.
    EraseProfile,
    /// Gives a command one key more.
    AddKey,
    /// Gives a command its first keys back.
    RestoreKeys,
    /// Picks a figure in the annexes for the answer being typed.
    Pick,
    /// Looks for the error in a copy.
    Hunt,
}

impl Action {
    /// Moves or erases something under one's fingers, and means nothing from a list of actions.
    pub fn is_gesture(self) -> bool {
        use Action::*;
        matches!(
            self,
            Up | Down
                | Left
                | Right
                | PageUp
                | PageDown
                | Home
                | End
                | ScrollUp
                | ScrollDown
                | NextField
                | PreviousField
                | Paper(_)
                | Option(_)
                | Type(_)
                | Erase
                | EraseNext
                | EraseWord
                | EraseLine
                | WordLeft
                | WordRight
                | LineStart
                | LineEnd
                | Palette
        )
    }
}

impl Key {
    pub const fn plain(code: Code) -> Key {
        Key { code, ctrl: false, alt: false, shift: false }
    }

    pub const fn char(c: char) -> Key {
        Key::plain(Code::Char(c))
    }

    /// The key that types a character, `\n` being Enter.
    pub const fn typing(c: char) -> Key {
        if c == '\n' { Key::plain(Code::Enter) } else { Key::char(c) }
    }

    pub const fn ctrl(c: char) -> Key {
        Key { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }

    pub const fn f(n: u8) -> Key {
        Key::plain(Code::F(n))
    }
}
