namespace RaceSystem.Simulation.Tests;

/// <summary>
/// Raw reads of a synthetic race: each crossing is read by a main and a backup device within two seconds, first by the
/// main one at the true time. The clock of the backup device is slow.
/// </summary>
internal static class ReadScript
{
    /// <summary>To add to the times of every backup device.</summary>
    public const long BackupOffsetMicros = 1_730_000;

    private const int ReadsAfterTheFirst = 4;

    public static string MainOf(string pointId) => $"{pointId}-main";

    public static string BackupOf(string pointId) => $"{pointId}-backup";

    public static IReadOnlyList<ScriptedRead> Make(RaceScript script, Random random)
    {
        var reads = new List<ScriptedRead>();
        foreach (var runner in script.Runners)
        {
            foreach (var (visit, time) in ScriptedCourse.CrossingsOf(runner))
            {
                var point = visit.TimingPointId;
                var chip = ScriptedCourse.ChipOf(runner);
                reads.Add(new ScriptedRead(point, chip, MainOf(point), time.Micros, Strength(random)));
                for (var i = 0; i < ReadsAfterTheFirst; i++)
                {
                    var later = time.Micros + random.Next(1, 2_000_000);
                    reads.Add(random.Next(2) == 0
                        ? new ScriptedRead(point, chip, MainOf(point), later, Strength(random))
                        : new ScriptedRead(point, chip, BackupOf(point), later - BackupOffsetMicros, Strength(random)));
                }
            }
        }

        return reads;
    }

    private static short Strength(Random random) => (short)-random.Next(40, 75);
}
