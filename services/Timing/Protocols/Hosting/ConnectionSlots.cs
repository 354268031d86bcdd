using System.Net;

namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>Counts open connections, in all and per remote address. Safe to use from several threads.</summary>
internal sealed class ConnectionSlots(HostingLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _open;

    /// <summary>Takes a slot; otherwise says why there is none.</summary>
    internal bool TryTake(IPAddress address, out string problem)
    {
        lock (_lock)
        {
            var same = _byAddress.GetValueOrDefault(address);
            problem = _open >= limits.MaxConnections ? $"There are {_open} connections already, at most {limits.MaxConnections} are taken."
                : same >= limits.MaxConnectionsPerAddress ? $"There are {same} connections from {address} already, at most {limits.MaxConnectionsPerAddress} are taken."
                : "";
            if (problem.Length > 0)
            {
                return false;
            }

            _open++;
            _byAddress[address] = same + 1;
            return true;
        }
    }

    internal void Release(IPAddress address)
    {
        lock (_lock)
        {
            _open--;
            if (--_byAddress[address] == 0)
            {
                _byAddress.Remove(address);
            }
        }
    }
}
