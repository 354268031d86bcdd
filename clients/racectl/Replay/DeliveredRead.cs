namespace RaceSystem.Racectl.Replay;

/// <summary>One read and when it reaches the wire, both in microseconds after the gun.</summary>
/// <param name="DeliveryUs">When it is sent; never before it was made.</param>
/// <param name="TimeUs">When it was made.</param>
/// <param name="Row">Index of the runner's row.</param>
/// <param name="Number">0 for the read that gives the crossing its time; others follow.</param>
/// <param name="Copy">0, or 1 for a repetition.</param>
/// <param name="RssiDbm">Signal strength.</param>
/// <param name="Antenna">Antenna port.</param>
internal readonly record struct DeliveredRead(long DeliveryUs, long TimeUs, int Row, int Number, int Copy, int RssiDbm, int Antenna)
    : IComparable<DeliveredRead>
{
    /// <summary>A total order, so that the same seed sends the same bytes.</summary>
    public int CompareTo(DeliveredRead other)
    {
        var order = DeliveryUs.CompareTo(other.DeliveryUs);
        order = order != 0 ? order : TimeUs.CompareTo(other.TimeUs);
        order = order != 0 ? order : Row.CompareTo(other.Row);
        order = order != 0 ? order : Number.CompareTo(other.Number);
        return order != 0 ? order : Copy.CompareTo(other.Copy);
    }

    public static bool operator <(DeliveredRead left, DeliveredRead right) => left.CompareTo(right) < 0;

    public static bool operator >(DeliveredRead left, DeliveredRead right) => left.CompareTo(right) > 0;

    public static bool operator <=(DeliveredRead left, DeliveredRead right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DeliveredRead left, DeliveredRead right) => left.CompareTo(right) >= 0;
}
