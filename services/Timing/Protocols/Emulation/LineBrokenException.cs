namespace RaceSystem.Timing.Protocols.Emulation;

/// <summary>An emulated line broke, as its faults decided.</summary>
public sealed class LineBrokenException : IOException
{
    /// <summary>Says so.</summary>
    public LineBrokenException()
        : base("The emulated line broke.")
    {
    }

    /// <summary>Says so in other words.</summary>
    public LineBrokenException(string message)
        : base(message)
    {
    }

    /// <summary>Says so in other words, with the cause.</summary>
    public LineBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
