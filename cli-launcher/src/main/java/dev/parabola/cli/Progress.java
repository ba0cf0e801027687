package dev.parabola.cli;

import java.time.Duration;

/** Tells whoever waits how far a command has come: after each step, though not too often, and also while a step lasts. */
final class Progress implements AutoCloseable {
    /** What training counts. */
    static final String TRIAL = "trial";

    private final ProgressView view;
    private Stage stage = Stage.uncounted("");
    private boolean isUnderWay;
    private boolean isClosed;
    private long begun;
    private long shown;

    private Progress(ProgressView view) {
        this.view = view;
    }

    /** Shows progress until it is closed. */
    static Progress on(ProgressView view) {
        Progress progress = new Progress(view);
        Thread clock = new Thread(progress::tick, "progress");
        clock.setDaemon(true);
        clock.start();
        return progress;
    }

    /** Tells nothing. */
    static Progress silent() {
        return new Progress(new ProgressView() {
            @Override
            public Duration interval() {
                return Duration.ofDays(1);
            }

            @Override
            public void show(Stage stage) {}

            @Override
            public void finished(Stage stage) {}

            @Override
            public void close() {}
        });
    }

    /** Begins a stage. */
    synchronized void begin(Stage next) {
        isUnderWay = !isClosed;
        stage = next;
        begun = System.nanoTime();
        shown = begun;
    }

    /** One more is done. */
    synchronized void step() {
        step(stage.failed());
    }

    /** One more is done, and so many have failed so far. */
    synchronized void step(long failed) {
        if (isUnderWay) {
            update(stage.done() + 1, failed);
            showIfTime();
        }
    }

    /** The stage is over. */
    synchronized void end() {
        if (isUnderWay) {
            update(stage.done(), stage.failed());
            view.finished(stage);
            isUnderWay = false;
        }
    }

    /** Nothing more is shown; what a terminal shows is erased. A stage under way is not over. */
    @Override
    public synchronized void close() {
        isUnderWay = false;
        isClosed = true;
        notifyAll();
        view.close();
    }

    private void update(long done, long failed) {
        stage = stage.with(done, failed, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void showIfTime() {
        long now = System.nanoTime();
        if (now - shown >= view.interval().toNanos()) {
            shown = now;
            view.show(stage);
        }
    }

    private synchronized void tick() {
        try {
            while (!isClosed) {
                wait(view.interval().toMillis());
                if (isUnderWay) {
                    update(stage.done(), stage.failed());
                    showIfTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
