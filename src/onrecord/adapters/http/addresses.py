"""The address guard: which hosts may be fetched from.

Every address a name resolves to is checked, and the connection is then made to a checked address,
so a name cannot answer differently the second time (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket

from onrecord.domain.errors import AddressRefused, SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: Not covered by `is_global` alone on every Python we support, or worth saying by name.
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598
        "192.0.0.0/24",
        "198.18.0.0/15",  # benchmarking, RFC 2544
        "240.0.0.0/4",
        "64:ff9b:1::/48",  # local NAT64, RFC 8215
        "fec0::/10",  # site-local, deprecated
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Say whether `address` is of the public internet; one wrapped in IPv6 is judged by its inside.

    Example:
        >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
        False
    """
    inner = _wrapped(address)
    if inner is not None:
        return is_public(inner)
    return (
        address.is_global
        and not address.is_multicast
        and not any(
            address in network for network in _REFUSED if network.version == address.version
        )
    )


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address inside a mapped, 6to4, Teredo or NAT64 address."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def checked_addresses(url: str, host: str, port: int, *, allowed: bool) -> tuple[str, ...]:
    """Return the addresses of `host` to connect to, in the resolver's order.

    Args:
        url: What is being fetched; named in errors only.
        host: A name or a literal address in any spelling the system resolver accepts, so decimal
            and hexadecimal forms are judged by what they mean.
        port: The port that will be connected to.
        allowed: Whether private addresses are allowed for this host.

    Raises:
        AddressRefused: one address at least is not public.
        SourceError: the name does not resolve.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(url, f"the host {host!r} cannot be found", retryable=True) from error
    found = tuple(dict.fromkeys(str(answer[4][0]).partition("%")[0] for answer in answers))
    for address in found:
        if not allowed and not is_public(ipaddress.ip_address(address)):
            raise AddressRefused(
                url, f"{host} is {address}, not a public address; allow the host in the settings"
            )
    return found
