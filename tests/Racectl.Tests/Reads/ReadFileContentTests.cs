using System.IO.Compression;
using RaceSystem.Racectl.Reads;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols;

namespace RaceSystem.Racectl.Tests.Reads;

public sealed class ReadFileContentTests
{
    private static readonly DeclaredTimes Times = new(TimeZoneInfo.Utc, "meet", new DateOnly(2026, 4, 5), "meet");

    [Fact]
    public void The_same_content_is_the_same_stream_compressed_or_not_and_another_reading_is_another()
    {
        using var folder = new TempFolder("import");
        var (plain, zipped) = (folder.Combine("reads.txt"), folder.Combine("reads.txt.gz"));
        File.WriteAllText(plain, "reads");
        using (var file = new GZipStream(File.Create(zipped), CompressionLevel.Fastest))
        {
            file.Write("reads"u8);
        }

        var (options, place) = (Options("finish-1"), new ReadPlace("finish", "finish-1"));
        var first = ReadFileContent.StreamId(ReadFileContent.Hash(plain), options, Times, place);
        Assert.True(RaceSystem.Kernel.Identifier.IsValid(first), first);
        Assert.Equal(first, ReadFileContent.StreamId(ReadFileContent.Hash(zipped), options, Times, place));
        string[] others =
        [
            ReadFileContent.StreamId("other", options, Times, place),
            ReadFileContent.StreamId(ReadFileContent.Hash(plain), options, Times with { Date = null }, place),
            ReadFileContent.StreamId(ReadFileContent.Hash(plain), options with { Settings = new Dictionary<string, string> { ["chip"] = "2" } }, Times, place),
            ReadFileContent.StreamId(ReadFileContent.Hash(plain), options, Times, place with { DeviceId = "finish-2" }),
        ];
        Assert.Equal(5, others.Append(first).Distinct().Count());
    }

    private static ImportReadsOptions Options(string device) => new(
        "reads.txt",
        DecoderProtocols.Find("ipico")!,
        "m",
        new ReadPlaces(new ReadPlace("finish", device), new Dictionary<string, ReadPlace>()),
        null,
        null,
        new Dictionary<string, string>());
}
