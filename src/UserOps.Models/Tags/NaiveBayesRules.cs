using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for naive Bayes, before the fit and for what is saved; each rule has one stable code.</summary>
internal static class NaiveBayesRules
{
    internal static ImmutableArray<DefinitionIssue> Check(NaiveBayesOptions options)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (options.Features.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/features", "A model needs at least one feature."));
        }
        else
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < options.Features.Length; i++)
            {
                Check(options.Features[i], $"/features/{i}", names, issues);
            }
        }

        CheckAlpha(options.Alpha, issues);
        if (!(options.VarianceSmoothing > 0 && double.IsFinite(options.VarianceSmoothing)))
        {
            issues.Add(new("notPositive", "/varianceSmoothing", FormattableString.Invariant($"The smoothing is {options.VarianceSmoothing}; it is above 0 and finite.")));
        }

        CheckClasses(options.Priors, "/priors", issues);
        CheckConfidence(options.MinimumConfidence, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(NaiveBayesParameters parameters)
    {
        if (parameters.Version != NaiveBayesDefaults.Version)
        {
            // What another version means by its members is not known, so nothing else is said of them.
            return [new("unknownVersion", "/version", FormattableString.Invariant($"The version is {parameters.Version}; this library reads version {NaiveBayesDefaults.Version}."))];
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (parameters.Classes.IsDefault || parameters.Classes.Length < 2)
        {
            issues.Add(new("tooFewClasses", "/classes", "A model tells at least two classes apart."));
        }

        CheckClasses(parameters.Classes, "/classes", issues);
        int classes = parameters.Classes.IsDefault ? 0 : parameters.Classes.Length;
        if (parameters.Features.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/features", "A model needs at least one feature."));
        }
        else
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < parameters.Features.Length; i++)
            {
                NaiveBayesLearnedRules.Check(parameters.Features[i], classes, $"/features/{i}", names, issues);
            }
        }

        CheckAlpha(parameters.Alpha, issues);
        CheckConfidence(parameters.MinimumConfidence, issues);
        return issues.DrainToImmutable();
    }

    internal static void Check(NaiveBayesFeature? feature, string path, HashSet<string> names, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (feature is null)
        {
            issues.Add(new("missingMember", path, "The feature is null."));
            return;
        }

        if (string.IsNullOrWhiteSpace(feature.Name))
        {
            issues.Add(new("nameMissing", path + "/name", "A feature needs a name."));
        }
        else if (!names.Add(feature.Name))
        {
            issues.Add(new("duplicateName", path + "/name", $"Another feature has the name '{feature.Name}'."));
        }

        if (!Enum.IsDefined(feature.Kind))
        {
            issues.Add(new("unknownValue", path + "/kind", $"{feature.Kind} is not one of the named values."));
        }

        if (feature.GramLength is < 1 or > NaiveBayesDefaults.MaximumGramLength)
        {
            issues.Add(new("outOfRange", path + "/gramLength", FormattableString.Invariant($"A gram of {feature.GramLength} characters; there are 1 to {NaiveBayesDefaults.MaximumGramLength}.")));
        }
    }

    private static void CheckClasses(ImmutableArray<NaiveBayesClass> classes, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; !classes.IsDefault && i < classes.Length; i++)
        {
            if (classes[i] is not { } one)
            {
                issues.Add(new("missingMember", $"{path}/{i}", "The class is null."));
                continue;
            }

            if (string.IsNullOrWhiteSpace(one.Name))
            {
                issues.Add(new("nameMissing", $"{path}/{i}/name", "A class needs a name."));
            }
            else if (!names.Add(one.Name))
            {
                issues.Add(new("duplicateName", $"{path}/{i}/name", $"Another class has the name '{one.Name}'."));
            }

            if (!(one.Prior > 0 && double.IsFinite(one.Prior)))
            {
                issues.Add(new("notPositive", $"{path}/{i}/prior", FormattableString.Invariant($"The prior is {one.Prior}; it is above 0 and finite.")));
            }
        }
    }

    private static void CheckAlpha(double alpha, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!(alpha > 0 && double.IsFinite(alpha)))
        {
            issues.Add(new("notPositive", "/alpha", FormattableString.Invariant($"The smoothing is {alpha}; it is above 0 and finite, or what was never seen would be impossible.")));
        }
    }

    private static void CheckConfidence(double confidence, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!(confidence is >= 0 and <= 1))
        {
            issues.Add(new("shareOutOfRange", "/minimumConfidence", FormattableString.Invariant($"The confidence is {confidence}; it is a probability from 0 to 1.")));
        }
    }
}
