using RaceSystem.Results.Certification.Signing;
using RaceSystem.Testing;

namespace RaceSystem.Results.Tests.Certification.Signing;

public sealed class SigningKeyFileTests
{
    [Fact]
    public async Task A_key_is_made_once_for_its_owner_alone_and_read_again()
    {
        using var folder = new TempFolder();
        var path = folder.Combine("keys", "signing.pem");
        using var together = new Barrier(8);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return SigningKeyFile.LoadOrCreate(path).Public.Fingerprint;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(made.Distinct());
        Assert.Equal(made[0], SigningKeyFile.LoadOrCreate(path).Public.Fingerprint);
        Assert.Equal(["signing.pem"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    public void A_file_that_is_no_key_is_refused_and_stays_as_it_is(string text)
    {
        using var folder = new TempFolder();
        var path = folder.Combine("signing.pem");
        File.WriteAllText(path, text);

        Assert.Throws<FormatException>(() => SigningKeyFile.LoadOrCreate(path));
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_key_of_another_curve_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Throws<FormatException>(() => VerifyingKey.FromPem(other.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => SigningKey.FromPem(other.ExportPkcs8PrivateKeyPem()));
    }
}
