namespace RaceSystem.Registration.Core.Meets;

/// <summary>A course starts once at 0 m, finishes once at its end, and its distances increase.</summary>
internal static class CourseRule
{
    public static void Check(IReadOnlyList<CourseVisit> visits, string field, Violations violations)
    {
        if (visits.Count is < 2 or > MeetLimits.CourseVisits)
        {
            violations.Add($"{field}.visits", Reasons.CourseInvalid, $"has {visits.Count} visits; a course has 2 to {MeetLimits.CourseVisits}: the start, any splits, the finish.");
            return;
        }

        var splitIds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < visits.Count; i++)
        {
            var at = $"{field}.visits[{i}]";
            IdRule.Check(visits[i].SplitId, $"{at}.split_id", violations);
            IdRule.Check(visits[i].TimingPointId, $"{at}.timing_point_id", violations);
            CheckKind(visits, i, at, violations);
            CheckDistance(visits, i, at, violations);
            if (!splitIds.Add(visits[i].SplitId))
            {
                violations.Add($"{at}.split_id", Reasons.CourseInvalid, $"'{visits[i].SplitId}' names an earlier visit; a split id is unique in its race.");
            }
        }
    }

    private static void CheckKind(IReadOnlyList<CourseVisit> visits, int index, string at, Violations violations)
    {
        var wanted = index == 0 ? CourseVisitKind.Start : index == visits.Count - 1 ? CourseVisitKind.Finish : CourseVisitKind.Split;
        if (visits[index].Kind != wanted)
        {
            violations.Add($"{at}.kind", Reasons.CourseInvalid, $"is {visits[index].Kind}; it has to be {wanted}: the first visit is the START, the last the FINISH, all between are SPLITs.");
        }
    }

    private static void CheckDistance(IReadOnlyList<CourseVisit> visits, int index, string at, Violations violations)
    {
        var distance = visits[index].DistanceM;
        if (index == 0)
        {
            if (distance != 0)
            {
                violations.Add($"{at}.distance_m", Reasons.CourseInvalid, $"is {distance}; the start is at 0 m.");
            }
        }
        else if (distance <= visits[index - 1].DistanceM)
        {
            violations.Add($"{at}.distance_m", Reasons.CourseInvalid, $"is {distance}, but the visit before is at {visits[index - 1].DistanceM} m; distances increase along the course.");
        }
        else if (distance > MeetLimits.DistanceM)
        {
            violations.Add($"{at}.distance_m", Reasons.CourseInvalid, $"is {distance}; at most {MeetLimits.DistanceM} m.");
        }
    }
}
