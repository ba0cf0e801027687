package dev.parabola.cli;

import java.time.Duration;

/** How progress is shown. Its methods are called by one thread at a time. */
interface ProgressView {
    /** How often there is something to show. */
    Duration interval();

    /** Shows how far a stage is. */
    void show(Stage stage);

    /** A stage is over. */
    void finished(Stage stage);

    /** Nothing more comes. */
    void close();
}
