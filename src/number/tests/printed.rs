//! What is printed, character by character.
