//! Packs the papers, which are a tenth of the program's size otherwise.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The best there is: packed once, unpacked as fast whatever it took.
const LEVEL: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=exercises");
    let out = env::var("OUT_DIR")?;
    for entry in fs::read_dir("exercises")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ron") {
            let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(&path)?, LEVEL);
            let name = path.file_name().ok_or("a file without a name")?;
            fs::write(Path::new(&out).join(name).with_extension("pack"), packed)?;
        }
    }
    Ok(())
}
