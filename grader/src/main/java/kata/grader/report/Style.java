package kata.grader.report;

/**
 * How text is laid out for whoever reads it.
 *
 * @param colour whether colours may be used
 * @param ascii whether only 7-bit characters may be used
 * @param width columns
 */
public record Style(boolean colour, boolean ascii, int width) {

    public String red(String text) {
        return paint("31", text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    /** One of two signs: the first where Unicode may be used. */
    public String sign(String unicode, String plain) {
        return ascii ? plain : unicode;
    }

    /** Text folded to the width, each line behind the indent. */
    public String fold(String text, String indent) {
        StringBuilder folded = new StringBuilder();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder(indent);
            for (String word : paragraph.split(" ")) {
                if (line.length() > indent.length() && line.length() + word.length() > width) {
                    folded.append(line.toString().stripTrailing()).append('\n');
                    line = new StringBuilder(indent);
                }
                line.append(word).append(' ');
            }
            folded.append(line.toString().stripTrailing()).append('\n');
        }
        return folded.toString().stripTrailing();
    }

    /** Text that something else wrote, without what could steer a terminal. */
    public static String harmless(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
