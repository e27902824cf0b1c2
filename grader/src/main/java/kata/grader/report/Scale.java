package kata.grader.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a moment lies in a picture. Places are in percent of its width, so that a picture fits a phone, a wide
 * screen and a sheet of paper without being drawn anew; letters keep their size.
 *
 * @param left where moment 0 lies
 * @param right where the end lies
 * @param end the last moment, in units; at least 1
 */
record Scale(double left, double right, double end) {
    /** The narrowest picture in which labels must not run into each other, in pixels. */
    static final double NARROWEST = 330;

    private static final int MOST_TICKS = 9;
    private static final int[] NICE = {1, 2, 5};

    double at(double moment) {
        double sane = Double.isNaN(moment) ? 0 : Math.max(0, Math.min(end, moment));
        return left + (right - left) * sane / end;
    }

    /** The share of a picture's width that a text takes where the picture is at its narrowest. */
    static double share(String text, double pixelsPerLetter) {
        return 100 * text.length() * pixelsPerLetter / NARROWEST;
    }

    /** Whole units for the axis, few enough to be read: every one, every second, fifth, tenth … */
    List<Long> ticks() {
        long step = 1;
        for (int i = 1; end / step > MOST_TICKS; i++) {
            step = NICE[i % NICE.length] * (long) Math.pow(10, i / NICE.length);
        }
        List<Long> ticks = new ArrayList<>();
        for (long tick = 0; tick <= end + 1e-9; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
