using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Teams;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Teams;

public sealed class TeamWordsTests
{
    private static readonly TeamRule Rule = new() { Scorers = 2, Key = TeamKey.Club, Score = TeamScore.Places };

    [Fact]
    public void A_team_without_enough_finishers_is_incomplete_and_has_no_score()
    {
        var team = Team(0, ResultStatus.Finished);
        Assert.Equal(("incomplete: 1 of 2, 1 finished", ""), (TeamWords.Waiting(team, Rule), TeamWords.Score(team, Rule)));
        Assert.Equal("incomplete", TeamWords.Incomplete(team, null));
        Assert.False(TeamWords.IsExpected(team));
    }

    [Fact]
    public void A_team_with_runners_on_the_course_has_an_expected_score()
    {
        var team = Team(1, ResultStatus.Finished, ResultStatus.OnCourse);
        Assert.Equal(("1 finished, 1 on the course", "12 points"), (TeamWords.Waiting(team, Rule), TeamWords.Score(team, Rule)));
        Assert.True(TeamWords.IsExpected(team));
        Assert.False(TeamWords.IsExpected(Team(1, ResultStatus.Finished, ResultStatus.Finished)));
    }

    [Theory]
    [InlineData(TeamScore.Times, "2:00:00")]
    [InlineData(TeamScore.Places, "12 points")]
    [InlineData(TeamScore.Unspecified, "12 points · 2:00:00")]
    public void The_score_is_what_the_rule_goes_by(TeamScore score, string expected) =>
        Assert.Equal(expected, TeamWords.Score(Team(1, ResultStatus.Finished), score == TeamScore.Unspecified ? null : new TeamRule { Score = score }));

    [Theory]
    [InlineData(TeamKey.Club, "Alpha", "", true)]
    [InlineData(TeamKey.Club, "", "Runner", false)] // the club is not shown: nor is the runner as one of its
    [InlineData(TeamKey.Country, "Alpha", "", false)]
    [InlineData(TeamKey.Team, "", "Runner", true)]
    [InlineData(TeamKey.Team, "", "", false)]
    public void Who_is_anonymous_counts_and_is_not_named(TeamKey key, string club, string name, bool expected) => Assert.Equal(
        expected, TeamWords.IsNamed(new TeamStanding { Name = "Alpha" }, new TeamMember { Standing = new Standing { Bib = "1", Club = club, DisplayName = name } }, new TeamRule { Key = key }));

    private static TeamStanding Team(int place, params ResultStatus[] members) => new()
    {
        Name = "Alpha",
        Number = 1,
        Place = place,
        Points = 12,
        Time = Duration.FromTimeSpan(TimeSpan.FromHours(2)),
        Members = { members.Select(status => new TeamMember { Scores = true, Standing = new Standing { Status = status } }) },
    };
}
