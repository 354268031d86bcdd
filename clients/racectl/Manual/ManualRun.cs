using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Client;
using RaceSystem.Kernel;
using RaceSystem.Racectl.Calls;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Registration.V1;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.V1;

namespace RaceSystem.Racectl.Manual;

/// <summary>Records manual passings one by one and reports every line that was not.</summary>
internal sealed class ManualRun(CommandContext context, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PatientCalls _calls = new(Patience, time);
    private readonly List<ManualPassing> _recorded = [];
    private readonly List<Problem> _problems = [];

    public async Task<int> RunAsync(ManualOptions options, TextReader keyboard)
    {
        var times = await TimesAsync(options).ConfigureAwait(false);
        if (options.Single is { } single)
        {
            await TakeAsync(options, ManualLine.Parse(0, [single.Bib, single.Time], times, out var problem), problem).ConfigureAwait(false);
        }
        else if (options.File is { } path)
        {
            var file = ManualFile.Read(path, times);
            _problems.AddRange(file.Problems);
            await context.Terminal.WithProgressAsync("manual times", file.Lines.Count, async progress =>
            {
                foreach (var line in file.Lines)
                {
                    await RecordAsync(options, line).ConfigureAwait(false);
                    progress(1);
                }
            }).ConfigureAwait(false);
        }
        else
        {
            await ListenAsync(options, keyboard, times.Zone).ConfigureAwait(false);
        }

        return Report(times.Zone);
    }

    /// <summary>Every line is a runner who crosses at the moment the line ends.</summary>
    private async Task ListenAsync(ManualOptions options, TextReader keyboard, TimeZoneInfo zone)
    {
        context.Terminal.Say($"Type a bib and Enter as it crosses {options.PointId}; end with Ctrl+D.");
        for (var number = 1; await keyboard.ReadLineAsync(context.CancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            var now = Instant.From(time.GetUtcNow());
            if (line.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            var parsed = Bib.TryParse(text, out var bib) ? new ManualLine(number, bib.Text, now, "") : null;
            var before = _recorded.Count;
            await TakeAsync(options, parsed, parsed is null ? new Problem(number, "bib", $"'{text}' is not a bib.") : null).ConfigureAwait(false);
            context.Terminal.Say(_recorded.Count > before ? $"{bib.Text} {Clock(now, zone)}" : _problems[^1].ToString());
        }
    }

    private async Task TakeAsync(ManualOptions options, ManualLine? line, Problem? problem)
    {
        if (line is null)
        {
            _problems.Add(problem!);
        }
        else
        {
            await RecordAsync(options, line).ConfigureAwait(false);
        }
    }

    private async Task RecordAsync(ManualOptions options, ManualLine line)
    {
        var passing = new ManualPassing
        {
            ManualPassingId = IdOf(options, line),
            TimingPointId = options.PointId,
            Bib = line.Bib,
            PassingTime = Timestamp.FromDateTimeOffset(line.Time.ToDateTimeOffset()),
            Priority = options.Priority,
            Window = options.Window is { } window ? Duration.FromTimeSpan(window) : null,
            RecordedBy = options.By,
            Note = line.Note.Length > 0 ? line.Note : options.Note,
        };
        var request = new RecordManualPassingRequest { MeetId = options.MeetId, ManualPassing = passing };
        try
        {
            var response = await _calls.RunAsync(call => context.Client.Timing.RecordManualPassingAsync(request, call).ResponseAsync, context.CancellationToken).ConfigureAwait(false);
            _recorded.Add(response.ManualPassing);
        }
        catch (RaceSystemException refusal) when (!refusal.IsTransient && (refusal.Reason is "BIB_UNKNOWN" or "ID_DUPLICATE" or "TOO_MANY_MANUAL_PASSINGS" || refusal.Violations.Count > 0))
        {
            var reason = refusal.Violations.Count > 0 ? $"{refusal.Violations[0].Field} {refusal.Violations[0].Description}" : refusal.Message;
            _problems.Add(new Problem(line.Line, "", $"{refusal.Reason}: {reason}"));
        }
    }

    private async Task<DeviceTimes> TimesAsync(ManualOptions options)
    {
        var request = new GetMeetRequest { MeetId = options.MeetId };
        var meet = (await _calls.RunAsync(call => context.Client.Registration.GetMeetAsync(request, call).ResponseAsync, context.CancellationToken).ConfigureAwait(false)).Meet;
        var zone = options.Zone ?? (meet.TimeZone.Length == 0 ? "UTC" : meet.TimeZone);
        var found = DeviceTimes.ZoneOf(zone) ?? throw new InputException($"'{zone}' is not a time zone of this machine: give an offset with --time-zone.");
        var raceDay = DateOnly.TryParseExact(meet.RaceDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return new DeviceTimes(found, options.Date ?? raceDay);
    }

    private int Report(TimeZoneInfo zone)
    {
        var problems = _problems.OrderBy(problem => problem.Line).ToArray();
        context.Terminal.SayProblems(problems);
        context.Terminal.Answer(
            _recorded is [var only] && problems.Length == 0
                ? $"Recorded {only.Bib} at {Clock(Instant.From(only.PassingTime.ToDateTimeOffset()), zone)} as {only.ManualPassingId}."
                : $"Recorded {_recorded.Count}, rejected {problems.Length}.",
            new
            {
                recorded = _recorded.Count,
                rejected = problems.Length,
                passings = _recorded.Select(passing => new { id = passing.ManualPassingId, bib = passing.Bib, time = passing.PassingTime.ToDateTime() }),
                problems = problems.Select(problem => new { problem.Line, problem.Field, problem.Message }),
            });
        return problems.Length > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    /// <summary>Made of what it says, so that a file given again, or a call tried again, adds nothing.</summary>
    private static string IdOf(ManualOptions options, ManualLine line)
    {
        var window = options.Window?.Ticks ?? -1;
        var content = string.Create(CultureInfo.InvariantCulture, $"{options.PointId}|{line.Bib}|{line.Time.Micros}|{options.Priority}|{window}");
        return $"h-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16))}";
    }

    private static string Clock(Instant moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone).ToString("HH:mm:ss.ff", CultureInfo.InvariantCulture);
}
