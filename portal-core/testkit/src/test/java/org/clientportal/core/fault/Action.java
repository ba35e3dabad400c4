package org.clientportal.core.fault;

/** Something that is done to documents, at a client of its own in each run. */
interface Action {
    /** What is there before, with nothing going wrong. */
    default void given(Stage stage) {}

    /** Does it, and whatever goes wrong goes wrong here. */
    void act(Stage stage, Site faulty);

    /** That all of it is there or nothing, and all if it was acknowledged. */
    void thenWhole(Stage stage, Ending ending);

    /** That what is not there yet can be done a day later. */
    void thenAgain(Stage stage);
}
