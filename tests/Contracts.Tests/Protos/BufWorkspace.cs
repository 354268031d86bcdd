using System.Diagnostics;
using System.Reflection;

namespace RaceSystem.Contracts.Tests.Protos;

/// <summary>
/// buf, installed from npm, over a copy of the contracts with Google's annotations as a second module (there is no
/// dependency on a schema registry). Absent npm or network is a visible skip.
/// </summary>
public sealed class BufWorkspace : IDisposable
{
    private const string Version = "1.75.0";

    private readonly TempFolder _folder = new("buf");
    private readonly string? _program;
    private readonly string _problem = "";

    public BufWorkspace()
    {
        Copy(Repository.Combine("services", "Contracts", "protos"), _folder.Combine("protos"));
        Copy(GoogleProtos, _folder.Combine("google-apis"));
        var rules = File.ReadAllText(Repository.Combine("services", "Contracts", "buf.yaml"));
        File.WriteAllText(_folder.Combine("buf.yaml"), rules.Replace("  - path: protos", "  - path: protos\n  - path: google-apis", StringComparison.Ordinal));

        var cache = Repository.Combine("tests", "Contracts.Tests", "obj", $"buf-{Version}");
        var program = Path.Combine(cache, "node_modules", ".bin", "buf");
        if (!File.Exists(program))
        {
            Directory.CreateDirectory(cache);
            _problem = Run("npm", ["install", "--no-audit", "--no-fund", "--prefix", cache, $"@bufbuild/buf@{Version}"]).Output;
        }

        _program = File.Exists(program) ? program : null;
    }

    /// <summary>Runs buf on the contracts and returns its exit code and output; skips the test where buf cannot be had.</summary>
    public (int ExitCode, string Output) Buf(params string[] arguments)
    {
        if (_program is null)
        {
            Assert.Skip($"@bufbuild/buf {Version} does not install from npm here: {_problem}");
        }

        return Run(_program, [arguments[0], "protos", .. arguments[1..]]);
    }

    public void Dispose() => _folder.Dispose();

    private static string GoogleProtos =>
        typeof(BufWorkspace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GoogleApiProtos").Value!;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*.proto", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private (int ExitCode, string Output) Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, $"{program}: {exception.Message}");
        }
    }
}
