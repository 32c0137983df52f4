//! What holds of every text and every figure.
