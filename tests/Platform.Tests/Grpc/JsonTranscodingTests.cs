using System.Net;
using System.Text;
using System.Text.Json;

namespace RaceSystem.Platform.Tests.Grpc;

/// <summary>The same services for people with nothing but HTTP.</summary>
public sealed class JsonTranscodingTests(FaultyHost faulty)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_answered_as_json()
    {
        using var http = new HttpClient { BaseAddress = faulty.Host.BaseAddress };

        var answer = await http.GetStringAsync("/v1/changelogs/timing/logs/none/changes?pageSize=5", Token);

        Assert.Equal("0", JsonDocument.Parse(answer).RootElement.GetProperty("headSequence").GetString());
    }

    [Fact]
    public async Task A_body_is_read_as_json()
    {
        using var http = new HttpClient { BaseAddress = faulty.Host.BaseAddress };

        using var content = new StringContent("""{"displayName":"Spring"}""", Encoding.UTF8, "application/json");
        var response = await http.PutAsync("/v1/meets/spring", content, Token);

        var meet = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("meet");
        Assert.Equal(("spring", "Spring"), (meet.GetProperty("meetId").GetString(), meet.GetProperty("displayName").GetString()));
    }

    [Theory]
    [InlineData("/v1/changelogs/nobody/logs", HttpStatusCode.NotFound, "OWNER_UNKNOWN")]
    [InlineData("/v1/meets/refused/timingPoints", HttpStatusCode.BadRequest, "DUPLICATE_BIB")]
    [InlineData("/v1/meets/busy/timingPoints", HttpStatusCode.ServiceUnavailable, "STORAGE_UNAVAILABLE")]
    [InlineData("/v1/meets/bug/timingPoints", HttpStatusCode.InternalServerError, "INTERNAL")]
    public async Task A_failed_call_has_a_readable_body(string path, HttpStatusCode code, string reason)
    {
        using var http = new HttpClient { BaseAddress = faulty.Host.BaseAddress };

        var response = await http.GetAsync(path, Token);
        var body = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(code, response.StatusCode);
        var info = JsonDocument.Parse(body).RootElement.GetProperty("details")[0];
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", info.GetProperty("@type").GetString());
        Assert.Equal(reason, info.GetProperty("reason").GetString());
        Assert.DoesNotContain(Fault.Secret, body);
    }
}
