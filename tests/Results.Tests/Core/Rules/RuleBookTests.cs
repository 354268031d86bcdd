using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Rules;

namespace RaceSystem.Results.Tests.Core.Rules;

public sealed class RuleBookTests
{
    [Fact]
    public void Every_profile_has_its_rules()
    {
        Assert.All(Enum.GetValues<RuleProfile>(), profile => Assert.Equal(profile, RuleBook.Of(profile).Profile));
        Assert.Equal(RuleBook.Profiles.Count, RuleBook.Profiles.Select(profile => profile.ProfileId).Distinct().Count());
        Assert.All(RuleBook.Profiles, profile => Assert.Equal(profile.Rules.Count, profile.Rules.Select(rule => rule.RuleId).Distinct().Count()));
    }

    [Fact]
    public void The_documentation_names_every_profile_version_and_rule()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RaceSystem.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "rules.md"));
        Assert.All(RuleBook.Profiles, profile => Assert.Contains($"`{profile.ProfileId}` {profile.Version}", text, StringComparison.Ordinal));
        Assert.All(RuleBook.Profiles.SelectMany(profile => profile.Rules), rule => Assert.Contains($"`{rule.RuleId}`", text, StringComparison.Ordinal));
    }
}
