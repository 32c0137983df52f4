//! About the smallest useful program on the same libraries: a table of 200 rows and a field. The
//! speed of the tutor is compared with it (`docs/performance.md`).

use std::io;

use crossterm::event::{self, Event, KeyCode};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::widgets::{Block, Paragraph, Row, Table, TableState};

const ROWS: usize = 200;

fn main() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let (mut field, mut table) = (String::new(), TableState::default().with_selected(0));
    loop {
        terminal.draw(|frame| draw(frame, &field, &mut table))?;
        let Event::Key(key) = event::read()? else { continue };
        match key.code {
            KeyCode::Esc => break,
            KeyCode::Char(c) => field.push(c),
            KeyCode::Backspace => drop(field.pop()),
            KeyCode::Down => table.select_next(),
            KeyCode::Up => table.select_previous(),
            _ => {}
        }
    }
    ratatui::try_restore()
}

fn draw(frame: &mut Frame, field: &str, table: &mut TableState) {
    let [list, below] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(3)]).areas(frame.area());
    let rows = (0..ROWS).map(|n| Row::new([format!("ligne {n}"), format!("{} %", n * 7 % 100)]));
    let widths = [Constraint::Fill(2), Constraint::Fill(1)];
    let rows = Table::new(rows, widths).block(Block::bordered()).highlight_symbol("> ");
    frame.render_stateful_widget(rows, list, table);
    frame.render_widget(Paragraph::new(field).block(Block::bordered()), below);
}
