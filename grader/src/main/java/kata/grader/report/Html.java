package kata.grader.report;

import java.util.Locale;

/**
 * Markup under construction. What an answer, a learner or a test wrote goes through {@link #text}, which leaves
 * nothing in it that a browser could take for markup, and nothing invisible that could make a line read otherwise
 * than it runs; {@link #raw} is for this package's own markup only.
 */
final class Html {
    private final StringBuilder markup = new StringBuilder(8192);

    /** Markup that this package wrote itself. */
    Html raw(String trusted) {
        markup.append(trusted);
        return this;
    }

    /** Text from anywhere. */
    Html text(String untrusted) {
        escape(untrusted, markup);
        return this;
    }

    /** A number, as in {@code 33.33}. */
    Html number(double number) {
        markup.append(plain(number));
        return this;
    }

    /**
     * An element that holds text from anywhere.
     *
     * @param tag its name and, after a blank, its attributes
     */
    Html element(String tag, String untrusted) {
        int blank = tag.indexOf(' ');
        markup.append('<').append(tag).append('>');
        escape(untrusted, markup);
        markup.append("</").append(blank < 0 ? tag : tag.substring(0, blank)).append('>');
        return this;
    }

    @Override
    public String toString() {
        return markup.toString();
    }

    /** Text from anywhere as it may stand in an element or between double quotes. */
    static String escape(String untrusted) {
        StringBuilder safe = new StringBuilder(untrusted.length() + 16);
        escape(untrusted, safe);
        return safe.toString();
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                default -> {
                    if (c >= ' ' && c < 0x7f || c == '\n' || c == '\t') {
                        to.append(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        unusual(text.codePointAt(i++), to);
                    } else {
                        unusual(c, to);
                    }
                }
            }
        }
    }

    /** Anything but plain ASCII. A carriage return before a line feed is the one thing that is left out. */
    private static void unusual(int point, StringBuilder to) {
        boolean joiner = point == 0x200C || point == 0x200D;
        switch (Character.getType(point)) {
            case Character.CONTROL -> to.append(control(point));
            case Character.FORMAT -> {
                if (joiner) {
                    to.appendCodePoint(point);
                } else {
                    to.append('⟨')
                            .append(String.format(Locale.ROOT, "U+%04X", point))
                            .append('⟩');
                }
            }
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> to.append('\uFFFD');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> to.append('⏎');
            default -> to.appendCodePoint(point);
        }
    }

    private static String control(int point) {
        if (point == '\r') {
            return "";
        }
        return point < ' ' ? String.valueOf((char) ('␀' + point)) : point == 0x7f ? "␡" : "\uFFFD";
    }

    /** A number with at most two places after the point, and never an exponent. */
    static String plain(double number) {
        long hundredths = Math.round(Math.max(-1e9, Math.min(1e9, number)) * 100);
        String sign = hundredths < 0 ? "-" : "";
        long rest = Math.abs(hundredths);
        String whole = sign + rest / 100;
        long places = rest % 100;
        if (places == 0) {
            return whole;
        }
        return whole + '.' + (places % 10 == 0 ? String.valueOf(places / 10) : places < 10 ? "0" + places : places);
    }

    /** A length of time in words, as in {@code 2.5 units}. */
    static String units(double units) {
        String number = plain(units >= 10 ? Math.round(units * 10) / 10.0 : units);
        return number + (number.equals("1") ? " unit" : " units");
    }

    /** One segment of a relative address. */
    static String segment(String name) {
        StringBuilder address = new StringBuilder();
        for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
            if (plain) {
                address.append(c);
            } else {
                address.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return address.toString();
    }

    /** Text cut to a length, with a word on what is missing. */
    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most) + "\n… and " + (text.length() - most) + " more characters";
    }
}
