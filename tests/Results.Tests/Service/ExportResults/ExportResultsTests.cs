using System.Net;
using System.Text;
using Grpc.Core;
using RaceSystem.Results.Tests.Publishing;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Tests.Service.ExportResults;

public sealed class ExportResultsTests(ResultsHost host)
{
    [Fact]
    public async Task A_file_comes_with_a_header_that_describes_it()
    {
        var meet = await host.NewMeet().Planned().Entered("9").Ran("3", 0, 4000, 9000).Ran("20", 0, 4000, 8000).Gun().StandsAsync();

        var (header, content) = await ExportAsync(meet, new ExportResultsRequest { RaceId = SampleMeet.RaceId, Format = ExportFormat.Csv });

        Assert.Equal(["bib", "20", "3", "9"], Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]));
        Assert.Equal($"{meet.MeetId}-marathon.csv", header.FileName);
        Assert.Equal("text/csv; charset=utf-8", header.ContentType);
        Assert.Equal((content.Length, 3), ((int)header.SizeBytes, header.RunnerCount));
        Assert.Equal([SampleMeet.RaceId], header.RaceIds);
    }

    [Fact]
    public async Task Large_files_come_in_pieces()
    {
        var meet = host.NewMeet().Planned();
        for (var i = 1; i <= 3_000; i++)
        {
            meet.Entered($"{i}");
        }

        var (header, content) = await ExportAsync(await meet.StandsAsync(), new ExportResultsRequest { Format = ExportFormat.Json });

        Assert.Equal(3_000, header.RunnerCount);
        Assert.True(content.Length > 100_000, $"{content.Length} bytes");
        Assert.Equal(header.SizeBytes, content.Length);
    }

    [Theory]
    [InlineData(ExportFormat.Unspecified, SampleMeet.RaceId, "EXPORT_INVALID")]
    [InlineData(ExportFormat.Csv, "5k", "RACE_UNKNOWN")]
    public async Task What_cannot_be_written_is_refused_before_anything_is_sent(ExportFormat format, string race, string reason)
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        Assert.Equal(reason, (await Refused.ByAsync(() => ExportAsync(meet, new ExportResultsRequest { RaceId = race, Format = format }))).Reason);
    }

    [Fact]
    public async Task A_published_version_is_exported_as_it_was_published()
    {
        var meet = await host.NewMeet().Planned().Ran("3", 0, 4000, 9000).Ran("20", 0, 4000, 8000).Gun().StandsAsync();
        var publish = new PublishClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, State = ClassificationState.Provisional, PublishedBy = "referee", RequestId = "publish" };
        await meet.Client.PublishClassificationAsync(publish, cancellationToken: TestContext.Current.CancellationToken);
        await meet.Ran("7", 0, 3000, 7000).StandsAsync();

        var live = await ExportAsync(meet, new ExportResultsRequest { RaceId = SampleMeet.RaceId, Format = ExportFormat.Csv, IncludeNames = true });
        var published = await ExportAsync(meet, new ExportResultsRequest { RaceId = SampleMeet.RaceId, Format = ExportFormat.Csv, IncludeNames = true, Version = -1 });
        var bulletin = await ExportAsync(meet, new ExportResultsRequest { Format = ExportFormat.BulletinText, Version = 1 });

        Assert.Equal(["bib", "7", "20", "3"], Bibs(live.Content));
        Assert.Equal(["bib", "20", "3"], Bibs(published.Content));
        Assert.Contains("Runner 20", Encoding.UTF8.GetString(published.Content), StringComparison.Ordinal);
        Assert.Contains("Provisional results, version 1", Encoding.UTF8.GetString(bulletin.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_of_a_published_version_carries_its_proof()
    {
        PrintFonts.Require();
        var meet = await host.NewMeet().Planned().Ran("3", 0, 4000, 9000).Gun().StandsAsync();
        var publish = new PublishClassificationRequest { MeetId = meet.MeetId, RaceId = SampleMeet.RaceId, State = ClassificationState.Provisional, PublishedBy = "referee", RequestId = "publish" };
        var version = await meet.Client.PublishClassificationAsync(publish, cancellationToken: TestContext.Current.CancellationToken);

        var (_, pdf) = await ExportAsync(meet, new ExportResultsRequest { RaceId = SampleMeet.RaceId, Format = ExportFormat.CertificatePdf, Bib = "3", Version = 1 });
        var page = Assert.Single(PdfText.PagesOf(pdf));

        Assert.Contains("Runner 3", page, StringComparison.Ordinal);
        Assert.Contains(version.Classification.Hash, page, StringComparison.Ordinal);
        Assert.Contains("Scan to check this result", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_gets_the_file_itself()
    {
        var meet = await host.NewMeet().Planned().Ran("3", 0, 4000, 9000).Gun().StandsAsync();

        using var response = await host.Http.GetAsync(new Uri($"/v1/meets/{meet.MeetId}/exports/csv?race=marathon", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{meet.MeetId}-marathon.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("bib,status", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exports/csv?race=5k", HttpStatusCode.NotFound, "RACE_UNKNOWN")]
    [InlineData("exports/docx", HttpStatusCode.BadRequest, "EXPORT_INVALID")]
    [InlineData("exports/csv?splits=moon", HttpStatusCode.BadRequest, "EXPORT_INVALID")]
    public async Task A_browser_gets_a_reason_otherwise(string path, HttpStatusCode status, string reason)
    {
        var meet = await host.NewMeet().Planned().StandsAsync();

        using var response = await host.Http.GetAsync(new Uri($"/v1/meets/{meet.MeetId}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Bibs(byte[] csv) => Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]);

    private static async Task<(ExportHeader Header, byte[] Content)> ExportAsync(SampleMeet meet, ExportResultsRequest request)
    {
        request.MeetId = meet.MeetId;
        using var call = meet.Client.ExportResults(request);
        ExportHeader? header = null;
        using var content = new MemoryStream();
        await foreach (var message in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            header ??= message.Header;
            message.Chunk.WriteTo(content);
        }

        return (Assert.IsType<ExportHeader>(header), content.ToArray());
    }
}
