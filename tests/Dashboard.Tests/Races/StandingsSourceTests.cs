using System.Text.Json;
using RaceSystem.Dashboard.Service.Live;
using RaceSystem.Dashboard.Service.Races;
using RaceSystem.Testing;

namespace RaceSystem.Dashboard.Tests.Races;

public sealed class StandingsSourceTests
{
    private readonly StandingsSource _source = new(null!, TimeProvider.System);

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

            Assert.Equal(after.Rows, page);
            before = after;
        }
    }

    [Fact]
    public void Nothing_is_sent_when_nothing_that_is_shown_differs()
    {
        var state = RandomState(new Random(1));
        Assert.Null(_source.Change(state, new StandingsState([.. state.Rows], state.Total)));
    }

    [Fact]
    public void A_change_carries_only_the_rows_that_differ()
    {
        var state = new StandingsState([.. Enumerable.Range(1, 100).Select(place => Row($"e{place}", place))], 100);
        var rows = state.Rows.ToList();
        rows[41] = rows[41] with { Time = "2:30:00" };
        var message = Message(_source.Change(state, new StandingsState(rows, 100))!);
        Assert.Equal("e42", Assert.Single(message.Rows).Id);
        Assert.Null(message.Order);
        Assert.Empty(message.Removed);
    }

    [Fact]
    public void Letters_of_any_script_are_sent_as_they_are_and_no_line_break_is()
    {
        var data = System.Text.Encoding.UTF8.GetString(_source.Whole(new StandingsState([Row("e1", 1) with { Name = "리강범\n王秀英</script>" }], 1)).Data);
        Assert.Contains("리강범", data, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', data);
        Assert.DoesNotContain("</script>", data, StringComparison.Ordinal);
    }

    private static StandingsMessage Message(LiveEvent said) => JsonSerializer.Deserialize(said.Data, LiveJson.Lines.StandingsMessage)!;

    // What the page's script does.
    private static List<StandingRow> Apply(List<StandingRow> page, StandingsMessage message)
    {
        var known = (message.Whole ? [] : page.Where(row => !message.Removed.Contains(row.Id))).ToDictionary(row => row.Id);
        var order = message.Order ?? (message.Whole ? message.Rows : page).Select(row => row.Id);
        foreach (var row in message.Rows)
        {
            known[row.Id] = row;
        }

        return [.. order.Select(id => known[id])];
    }

    private static StandingsState RandomState(Random random)
    {
        var count = random.Next(0, 12);
        var ids = Enumerable.Range(1, 15).OrderBy(_ => random.Next()).Take(count).ToList();
        return new StandingsState([.. ids.Select((id, index) => Row($"e{id}", index + 1) with { Time = $"{random.Next(3)}" })], count + random.Next(3));
    }

    private static StandingRow Row(string id, int place) => StandingLine.Blank with { Id = id, Place = $"{place}", Bib = id, Name = $"Runner {id}" };
}
