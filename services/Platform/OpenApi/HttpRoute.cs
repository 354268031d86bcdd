using System.Text.RegularExpressions;
using Google.Api;

namespace RaceSystem.Platform.OpenApi;

/// <summary>A rule's verb and path, with the fields that stand in the path.</summary>
internal sealed partial record HttpRoute(string Verb, string Path, IReadOnlyList<string> Fields)
{
    public static HttpRoute Of(HttpRule rule)
    {
        var (verb, pattern) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("get", rule.Get),
            HttpRule.PatternOneofCase.Put => ("put", rule.Put),
            HttpRule.PatternOneofCase.Post => ("post", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("delete", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("patch", rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind.ToLowerInvariant(), rule.Custom.Path),
            _ => throw new InvalidOperationException("A google.api.http rule without a pattern."),
        };

        // {name=things/*} is {name} in OpenAPI.
        var fields = Variables().Matches(pattern).Select(match => match.Groups["field"].Value).ToArray();
        return new HttpRoute(verb, Variables().Replace(pattern, "{${field}}"), fields);
    }

    [GeneratedRegex(@"\{(?<field>[^}=]+)(=[^}]*)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variables();
}
