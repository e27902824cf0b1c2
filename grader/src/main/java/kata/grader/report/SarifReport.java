package kata.grader.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kata.grader.result.CheckResult;
import kata.grader.result.TestResult;
import kata.testkit.diagnosis.Cause;
import kata.testkit.evidence.Sighting;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found by reading the code, not by running it, as SARIF 2.1.0: editors and build servers show it at its
 * line. What was seen at run time is left out, for it belongs to one run.
 */
public final class SarifReport {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final UnaryOperator<String> folderOf;

    /** @param folderOf where the answer to an exercise lies, relative to the repository, with forward slashes */
    public SarifReport(UnaryOperator<String> folderOf) {
        this.folderOf = folderOf;
    }

    private record Finding(Cause rule, String message, String address, int line) {}

    /** The whole file. */
    public String of(List<CheckResult> results) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (CheckResult result : results) {
            result.tests().stream()
                    .filter(test -> test.cause().isPresent())
                    .forEach(test -> add(findings, result, test));
        }
        Map<String, Object> rules = new LinkedHashMap<>();
        findings.forEach(finding -> rules.putIfAbsent(finding.rule.id(), rule(finding.rule)));
        Map<String, Object> driver = Map.of("name", "Async Kata", "rules", List.copyOf(rules.values()));
        return JSON.writeValueAsString(Map.of(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
                "version", "2.1.0",
                "runs",
                        List.of(Map.of(
                                "tool", Map.of("driver", driver),
                                "columnKind", "utf16CodeUnits",
                                "results",
                                        findings.stream().map(SarifReport::json).toList()))));
    }

    private void add(Set<Finding> findings, CheckResult result, TestResult test) {
        List<Sighting> lines =
                test.failure().sightings() == null ? List.of() : test.failure().sightings();
        for (Sighting line : lines) {
            if (line.thread().equals(Sighting.IN_THE_CODE)) {
                String address = Arrays.stream((folderOf.apply(result.exercise()) + '/' + line.file()).split("/"))
                        .map(Html::segment)
                        .collect(Collectors.joining("/"));
                findings.add(new Finding(
                        test.cause().orElseThrow(), test.failure().happened(), address, Math.max(1, line.line())));
            }
        }
    }

    private static Map<String, Object> rule(Cause cause) {
        return Map.of(
                "id", cause.id(),
                "shortDescription", Map.of("text", cause.title()),
                "help", Map.of("text", cause.tryThis()));
    }

    private static Map<String, Object> json(Finding finding) {
        return Map.of(
                "ruleId", finding.rule.id(),
                "level", "error",
                "message", Map.of("text", finding.message),
                "locations",
                        List.of(Map.of(
                                "physicalLocation",
                                Map.of(
                                        "artifactLocation", Map.of("uri", finding.address, "uriBaseId", "%SRCROOT%"),
                                        "region", Map.of("startLine", finding.line)))));
    }
}
