//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    tuteur_ndrc::cli::run(std::env::args_os())
}
