namespace RaceSystem.Timing.Protocols.Llrp;

/// <summary>What a RO_ACCESS_REPORT holds.</summary>
/// <param name="Tags">In the reader's order.</param>
/// <param name="Problems">Why others could not be read.</param>
internal readonly record struct LlrpReport(IReadOnlyList<LlrpTag> Tags, IReadOnlyList<string> Problems)
{
    /// <summary>Reads the body; what makes no sense costs its own tag alone where lengths allow.</summary>
    public static LlrpReport Parse(ReadOnlySpan<byte> body)
    {
        var (tags, problems) = (new List<LlrpTag>(), new List<string>());
        var parameters = new LlrpParameters(body);
        while (parameters.Next())
        {
            if (parameters.Type != LlrpParameterType.TagReportData)
            {
                continue;
            }

            if (LlrpTag.TryParse(parameters.Value, out var tag, out var problem))
            {
                tags.Add(tag);
            }
            else
            {
                problems.Add(problem);
            }
        }

        if (parameters.Problem.Length > 0)
        {
            problems.Add(parameters.Problem);
        }

        return new LlrpReport(tags, problems);
    }
}
