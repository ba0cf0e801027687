package dev.parabola.api.expression;

/** How a formula is written. */
enum Notation {
    /** As a manifest writes it. */
    TEXT,
    /** LaTeX's mathematics mode. */
    LATEX
}
