using System.Runtime.InteropServices;

namespace RaceSystem.Results.Certification.Signing;

/// <summary>The file that keeps the signing key.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxLength = 16 * 1024;

    /// <summary>
    /// Reads the key, or makes a new one when there is no file: readable by its owner alone, and there whole or not at all.
    /// Of several processes that make it at once one wins, and all read the same key.
    /// </summary>
    /// <exception cref="FormatException">The file is no key.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static SigningKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        using var reader = new StreamReader(path);
        var buffer = new char[MaxLength];
        var length = reader.ReadBlock(buffer);
        try
        {
            return SigningKey.FromPem(new string(buffer, 0, length));
        }
        catch (FormatException error)
        {
            throw new FormatException($"The signing key {path} {error.Message}.", error);
        }
    }

    private static void Create(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var temporary = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using (var key = SigningKey.Create())
            using (var writer = new StreamWriter(temporary, options))
            {
                writer.Write(key.ToPem());
            }

            Publish(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster: its key is the one.
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Gives the file its name, if nobody has it. On Unix File.Move looks first and renames then, and of two who do so at once
    /// the later one takes the name from the earlier, who signs with a key that is gone; a hard link is refused.
    /// </summary>
    private static void Publish(string temporary, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(temporary, path, overwrite: false);
            return;
        }

        if (Link(temporary, path) != 0)
        {
            throw new IOException($"The signing key {path} cannot be made: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        File.Delete(temporary);
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
