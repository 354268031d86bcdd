using System.Text.Json;
using RaceSystem.Dashboard.Service.Leaders;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Leaders;

public sealed class LeadersSourceTests
{
    private readonly LeadersSource _source = new(null!, null!, TimeProvider.System);

    [Fact]
    public void A_change_brings_the_page_from_any_state_to_any_other()
    {
        var random = Seed.NextRandom();
        var before = RandomState(random);
        var page = Apply([], Message(_source.Whole(before)));
        for (var i = 0; i < 300; i++)
        {
            var after = RandomState(random);
            if (_source.Change(before, after) is { } change)
            {
                page = Apply(page, Message(change));
            }

            Assert.Equal(after.Groups.Select(Text), page.Select(Text));
            before = after;
        }
    }

    [Fact]
    public void Only_groups_that_differ_are_sent_and_nothing_when_none_does()
    {
        var state = new LeadersState([.. Enumerable.Range(1, 20).Select(i => Group($"g{i}", 1))]);
        Assert.Null(_source.Change(state, new LeadersState([.. Enumerable.Range(1, 20).Select(i => Group($"g{i}", 1))])));
        var groups = state.Groups.ToList();
        groups[7] = Group("g8", 2);
        Assert.Equal("g8", Assert.Single(Message(_source.Change(state, new LeadersState(groups))!).Groups).Id);
    }

    // What the page's script does.
    private static List<LeaderGroup> Apply(List<LeaderGroup> page, LeadersMessage message)
    {
        var known = (message.Whole ? [] : page).ToDictionary(group => group.Id);
        foreach (var group in message.Groups)
        {
            known[group.Id] = group;
        }

        return [.. message.Order.Select(id => known[id])];
    }

    private static LeadersMessage Message(LiveEvent said) => JsonSerializer.Deserialize(said.Data, LiveJson.Lines.LeadersMessage)!;

    private static LeadersState RandomState(Random random) =>
        new([.. Enumerable.Range(1, 8).OrderBy(_ => random.Next()).Take(random.Next(9)).Select(i => Group($"g{i}", random.Next(3)))]);

    private static LeaderGroup Group(string id, int rows) =>
        new(id, LeaderSections.Overall, id, $"{rows}", [.. Enumerable.Range(1, rows).Select(i => new LeaderRow($"e{i}", $"{i}", $"{i}", "리강범", "PRK", "", "1:00", ""))]);

    private static string Text(LeaderGroup group) => $"{group.Id} {group.Note} {string.Join(',', group.Rows)}";
}
