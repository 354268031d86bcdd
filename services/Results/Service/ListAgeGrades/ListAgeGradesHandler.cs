using RaceSystem.Kernel;
using RaceSystem.Platform.Paging;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.AgeGrading;
using RaceSystem.Results.Service.Finishes;
using RaceSystem.Results.Service.Meets;
using RaceSystem.Results.Service.Rows;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.ListAgeGrades;

/// <summary>One page of the runners by age grade. All pages of a token chain are of one snapshot.</summary>
internal sealed class ListAgeGradesHandler(KnownMeets meets)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1_000;

    public async Task<ListAgeGradesResponse> HandleAsync(ListAgeGradesRequest request, CancellationToken cancellationToken)
    {
        var pageSize = PageSize.Require(request.PageSize, DefaultPageSize, MaxPageSize);
        var page = await SnapshotPage.OpenAsync(meets, $"ListAgeGrades/{(int)request.Sex}", request.MeetId, request.RaceId, request.PageToken, cancellationToken);
        var race = page.Race;
        if (race.Race.AgeGradeTables == 0)
        {
            throw new RefusalException(RefusalKind.FailedPrecondition, "RACE_NOT_AGE_GRADED", $"Race '{request.RaceId}' names no age_grade_tables.");
        }

        var runners = AgeGradeStandings.Of(race).Order.ToArray().Where(runner => request.Sex == Sex.Unspecified || StandingRows.SexOf(race.EntryOf(runner).Sex) == request.Sex).ToList();
        var (rows, next) = page.Take(runners, pageSize);
        var response = new ListAgeGradesResponse { TotalCount = runners.Count, SnapshotVersion = page.Version, NextPageToken = next, Tables = race.Race.AgeGradeTables };
        response.Rows.AddRange(rows.Select(runner => new AgeGradeRow { Standing = FinishRows.Of(race, runner), AgeGrade = FinishRows.AgeGradeOf(race, runner) }));
        return response;
    }
}
