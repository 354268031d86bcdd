using System.Net;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Tests.Fakes;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Pages;

public sealed partial class DecisionPagesTests : IAsyncLifetime
{
    private static readonly (string, string)[] Disqualification = [("kind", "disqualify"), ("bib_number", "1"), ("rule", "TR 6.3"), ("note", "Took a car."), ("by", "Ri")];
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DashboardHost.StartAsync(FakeWorld.UnderWay());
        _host.Meet.Change(meet =>
        {
            meet.Desk.Effect.ChangedCount = 3;
            meet.Desk.Effect.MovedCount = 2;
            meet.Desk.Effect.Rows.Add(new EffectRow
            {
                RaceId = "marathon",
                Before = new Standing { Bib = "1", DisplayName = "Ri", Status = ResultStatus.Finished, OfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(7785)), Places = new Places { Overall = 1 } },
                After = new Standing { Bib = "1", DisplayName = "Ri", Status = ResultStatus.Dsq, Places = new Places() },
            });
        });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_preview_shows_the_effect_and_records_nothing()
    {
        using var answer = await _host.PostAsync("/decisions/preview", Disqualification);
        var page = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("3 runners would change, 2 of them only because others move.", page, StringComparison.Ordinal);
        Assert.Matches("(?s)before </span>2:09:45</del>.*after </span>–</ins>", page);
        Assert.Contains("Bib 1: Disqualified under rule TR 6.3", page, StringComparison.Ordinal);
        Assert.Empty(_host.Meet.Desk.Adjudications);
    }

    [Fact]
    public async Task Its_button_records_once_however_often_it_is_pressed()
    {
        using var preview = await _host.PostAsync("/decisions/preview", Disqualification);
        var page = await preview.TextAsync();
        (string, string)[] fields = [.. HiddenField().Matches(page).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))];
        for (var press = 0; press < 2; press++)
        {
            using var answer = await _host.PostAsync("/decisions", fields);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal($"{DeskHost.Meet}/decisions/marathon/d-1?done=recorded", answer.Headers.Location?.OriginalString);
            Assert.Contains("racesystem-who=Ri", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        }

        var recorded = Assert.Single(_host.Meet.Desk.Adjudications);
        Assert.Equal(("1", "TR 6.3", "Took a car.", "Ri"), (recorded.Bib, recorded.Disqualification.RuleNumber, recorded.Note, recorded.DecidedBy));
        Assert.Contains("Recorded. The standings follow.", await _host.GetAsync("/decisions/marathon/d-1?done=recorded"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bib_number", "9999", "Nobody wears bib &#x27;9999&#x27;")]
    [InlineData("rule", "", "Name the rule")]
    [InlineData("by", "", "Say who decides")]
    public async Task What_is_wrong_is_said_beside_the_form_that_stays_filled_in(string field, string value, string said)
    {
        using var answer = await _host.PostAsync("/decisions/preview", [.. Disqualification.Select(pair => pair.Item1 == field ? (field, value) : pair)]);
        var page = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("Took a car.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/decisions")]
    [InlineData("/decisions/preview")]
    [InlineData("/decisions/marathon/d-1/revocation")]
    [InlineData("/decisions/marathon/d-1/appeal")]
    [InlineData("/decisions/marathon/d-1/appeal/decision")]
    [InlineData("/races/marathon/publish")]
    public async Task A_form_of_another_site_does_nothing(string path)
    {
        _host.Meet.Change(meet => meet.Desk.Disqualify("1"));
        using var answer = await _host.PostAsync(path, "cross-site", [.. Disqualification, ("request", $"{Guid.NewGuid():n}"), ("revoked_by", "x"), ("lodged_by", "x"), ("grounds", "x"), ("published_by", "x"), ("state", "provisional")]);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var only = Assert.Single(_host.Meet.Desk.Adjudications);
        Assert.True(only.Revocation is null && only.Appeal is null);
        Assert.Empty(_host.Meet.Desk.Versions);
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_not_read()
    {
        using var answer = await _host.PostAsync("/decisions", ("note", new string('x', 300_000)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_record_without_a_previews_id_is_refused()
    {
        using var answer = await _host.PostAsync("/decisions", Disqualification);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("look at the preview again", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(_host.Meet.Desk.Adjudications);
    }

    [Fact]
    public async Task A_decision_is_appealed_against_the_appeal_rejected_and_the_decision_revoked()
    {
        _host.Meet.Change(meet => meet.Desk.Disqualify("1"));
        using var lodged = await _host.PostAsync("/decisions/marathon/d-1/appeal", ("lodged_by", "Club"), ("grounds", "It was another car."), ("deadline", "2025-04-07 18:00:00"), ("request", $"{Guid.NewGuid():n}"));
        Assert.Equal(HttpStatusCode.SeeOther, lodged.StatusCode);
        Assert.Contains("appeal overdue", await _host.GetAsync("/decisions?show=appeals"), StringComparison.Ordinal);
        Assert.Contains("until 7 April, 18:00", await _host.GetAsync("/decisions/marathon/d-1"), StringComparison.Ordinal);

        (string, string)[] outcome = [("outcome", "rejected"), ("decided_by", "Jury"), ("decision_note", "It was not.")];
        using var preview = await _host.PostAsync("/decisions/marathon/d-1/appeal/decision/preview", outcome);
        Assert.Contains("3 runners would change", await preview.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(AppealState.Lodged, _host.Meet.Desk.Adjudications[0].Appeal.State);
        using var decided = await _host.PostAsync("/decisions/marathon/d-1/appeal/decision", [.. outcome, ("request", $"{Guid.NewGuid():n}")]);
        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        Assert.Equal(AppealState.Rejected, _host.Meet.Desk.Adjudications[0].Appeal.State);

        using var empty = await _host.PostAsync("/decisions/marathon/d-1/revocation/preview", ("revoked_by", "Ri"), ("note", ""));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("It must have 1 to 500 characters.", await empty.TextAsync(), StringComparison.Ordinal);
        using var shown = await _host.PostAsync("/decisions/marathon/d-1/revocation/preview", ("revoked_by", "Ri"), ("note", "A mistake."));
        Assert.Contains("Revoke the decision", await shown.TextAsync(), StringComparison.Ordinal);
        Assert.Null(_host.Meet.Desk.Adjudications[0].Revocation);
        using var revoked = await _host.PostAsync("/decisions/marathon/d-1/revocation", ("revoked_by", "Ri"), ("note", "A mistake."), ("request", $"{Guid.NewGuid():n}"));
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        Assert.Contains("Revoked by Ri", await _host.GetAsync("/decisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_can_be_one_runners()
    {
        _host.Meet.Change(meet =>
        {
            meet.Desk.Disqualify("1");
            meet.Desk.Disqualify("2");
        });
        var page = await _host.GetAsync("/decisions?bib=2");
        Assert.Contains("decisions/marathon/d-2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("decisions/marathon/d-1", page, StringComparison.Ordinal);
        Assert.Contains("name=\"bib\" value=\"2\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
