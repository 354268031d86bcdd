using RaceSystem.Results.Core.Scoring;

namespace RaceSystem.Results.Core.Standings;

/// <summary>Runners of a race by what they are doing.</summary>
/// <param name="Started">See <see cref="ResultStatuses.HasStarted"/>.</param>
/// <param name="OnCourse">Measured, but not at the finish, and not declared out.</param>
/// <param name="Finished">Finished with a place or over the limit.</param>
/// <param name="Out">Declared Dns or Dnf, or over the limit before the finish.</param>
public readonly record struct RaceCounts(int Started, int OnCourse, int Finished, int Out)
{
    internal static RaceCounts Of(ResultStatus[] status, sbyte[] lastVisit, int finish)
    {
        int started = 0, onCourse = 0, finished = 0, declaredOut = 0;
        for (var runner = 0; runner < status.Length; runner++)
        {
            started += status[runner].HasStarted() ? 1 : 0;
            onCourse += status[runner] == ResultStatus.OnCourse ? 1 : 0;
            var isOver = status[runner] == ResultStatus.OverTimeLimit;
            finished += status[runner] == ResultStatus.Finished || (isOver && lastVisit[runner] == finish) ? 1 : 0;
            declaredOut += status[runner] is ResultStatus.Dns or ResultStatus.Dnf || (isOver && lastVisit[runner] < finish) ? 1 : 0;
        }

        return new RaceCounts(started, onCourse, finished, declaredOut);
    }
}
