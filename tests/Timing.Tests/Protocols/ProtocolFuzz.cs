using System.Diagnostics;
using System.Globalization;
using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Tests.Protocols;

/// <summary>
/// Feeds mutated samples to sessions and file formats: fixed seeds first, then, but in CI, random ones for a second;
/// <c>RACESYSTEM_FUZZ_SECONDS</c> says for how long otherwise. No exception but the allowed ones escapes; no run takes long; allocation stays within a bound of the frame limit and the input's length.
/// </summary>
public static class ProtocolFuzz
{
    private const int FixedSeed = 20_260_412;
    private const int FixedRuns = 600;
    private const int MaxFrameBytes = 8 * 1024;
    private const long BytesPerInputByte = 400;
    private const long FixedBytes = (16 * MaxFrameBytes) + (512 * 1024);
    private static readonly TimeSpan RandomTime =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("RACESYSTEM_FUZZ_SECONDS") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? "0" : "1"), CultureInfo.InvariantCulture));
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);
    private static readonly DateTimeOffset Now = new(2025, 4, 13, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Texts as samples.</summary>
    public static IReadOnlyList<byte[]> Samples(params string[] texts) => [.. texts.Select(Encoding.Latin1.GetBytes)];

    /// <summary>Runs sessions of a protocol over mutated samples.</summary>
    public static Task SessionsAsync(DecoderProtocol protocol, IReadOnlyList<byte[]> samples, Dictionary<string, string>? settings = null)
    {
        var setup = new SessionSetup
        {
            Sink = new RecordingSink { Forgets = true },
            Clock = new StoppedClock(Now),
            Limits = new SessionLimits(MaxFrameBytes, TimeSpan.FromMinutes(1)),
            Settings = settings ?? [],
        };
        return EachAsync(samples, (input, random) => protocol.CreateSession(setup.Context()).RunAsync(new FuzzStream(input, random), TestContext.Current.CancellationToken));
    }

    /// <summary>Reads files of mutated samples.</summary>
    public static Task FilesAsync(IReadFileFormat format, IReadOnlyList<byte[]> samples, Dictionary<string, string>? settings = null)
    {
        var times = new DeviceTimes(TimeZoneInfo.Utc, DateOnly.FromDateTime(Now.DateTime));
        return EachAsync(samples, (input, random) =>
        {
            foreach (var item in format.Read(new FuzzStream(input, random), times, settings ?? []))
            {
                Assert.True(item is not ReadFileItem.Rejected rejected || (rejected.Text.Length <= 200 && rejected.Reason.Length > 0), "a rejected line is cut and has a reason");
            }

            return Task.CompletedTask;
        });
    }

    private static async Task EachAsync(IReadOnlyList<byte[]> samples, Func<byte[], Random, Task> run)
    {
        for (var index = 0; index < FixedRuns; index++)
        {
            await OnceAsync(samples, FixedSeed + index, run);
        }

        var seed = Seed.Next();
        var watch = Stopwatch.StartNew();
        for (var index = 0; watch.Elapsed < RandomTime; index++)
        {
            await OnceAsync(samples, unchecked(seed + index), run);
        }
    }

    private static async Task OnceAsync(IReadOnlyList<byte[]> samples, int seed, Func<byte[], Random, Task> run)
    {
        var random = new Random(seed);
        var input = new Mutations(samples, random).Next();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Task? task = null;
        try
        {
            task = run(input, random);
            if (task.IsCompleted)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(allocated <= FixedBytes + (BytesPerInputByte * input.Length), $"{allocated} bytes were allocated for {input.Length}: {Describe(input, seed)}");
            }

            await task.WaitAsync(LongestRun, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException exception) when (task is { IsCompleted: false })
        {
            throw new InvalidOperationException($"Did not end: {Describe(input, seed)}", exception);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or DecoderSinkException or DecoderProtocolException)
        {
            // What a session may end with.
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"An exception escaped: {Describe(input, seed)}", exception);
        }
    }

    private static string Describe(byte[] input, int seed) => $"run seed {seed}, input {Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 3_000)))}";

    /// <summary>A clock that stands: time-outs never come, the date is known.</summary>
    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new StoppedTimer();

        private sealed class StoppedTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
