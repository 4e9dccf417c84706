"""Settings: one frozen value, read once at the edge.

Sources, the strongest first: the command line, environment variables (`ONRECORD_STORE`,
`ONRECORD_FETCH__TIMEOUT_S`, ...), the file named by `ONRECORD_CONFIG` or `onrecord.toml` in the
working folder, and the defaults below.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from onrecord.domain.errors import UsageError

CONFIG_NAME = "onrecord.toml"


ReaderKind = Literal["rules", "llm"]


class FetchSettings(BaseModel):
    """How the web is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    timeout_s: float = Field(default=30.0, gt=0, description="Seconds one URL may take in all.")
    max_mb: int = Field(default=50, gt=0, description="Megabytes one answer may have.")
    max_redirects: int = Field(
        default=5, ge=0, description="Redirects followed, each checked anew."
    )
    allow_private: bool = Field(
        default=False, description="Whether private and loopback addresses may be fetched."
    )
    allow_hosts: tuple[str, ...] = Field(
        default=(), description="Hosts that may be fetched although their address is private."
    )


class Settings(BaseSettings):
    """Everything a user can set."""

    model_config = SettingsConfigDict(
        env_prefix="ONRECORD_", env_nested_delimiter="__", frozen=True, extra="forbid"
    )

    store: Path = Field(default=Path("onrecord.store"), description="Folder of the store.")
    threads: int = Field(
        default=1, ge=1, le=64, description="Processor threads the reader may use, at most 64."
    )
    linguist: str = Field(
        default="onrecord", description="What analyses sentences: onrecord, or spacy:PIPELINE."
    )
    reader: ReaderKind = Field(
        default="rules", description="What turns sentences into statements: rules, or llm."
    )
    llm_base_url: str | None = Field(
        default=None, description="Address of the chat-completions service, before its path."
    )
    llm_model: str | None = Field(default=None, description="What the service calls the model.")
    llm_key: SecretStr | None = Field(default=None, description="Key of the service; never shown.")
    llm_window_chars: int = Field(
        default=2400, ge=200, description="The most characters the model is shown at a time."
    )
    llm_timeout_s: float = Field(default=120.0, gt=0, description="Seconds one request may take.")
    llm_max_answer_tokens: int = Field(
        default=6000, ge=1, description="Tokens one answer may have."
    )
    llm_max_requests: int = Field(default=200, ge=1, description="Requests of one run.")
    llm_max_input_tokens: int = Field(
        default=1_000_000, ge=1, description="Tokens sent in one run."
    )
    llm_max_output_tokens: int = Field(
        default=500_000, ge=1, description="Tokens received in one run."
    )
    llm_max_s: float = Field(
        default=3600.0, gt=0, description="Seconds of one run from the first request on."
    )
    fetch: FetchSettings = FetchSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no .env file is read
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - nor any secrets folder
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the order of sources as the module says."""
        path = config_path()
        toml = TomlConfigSettingsSource(settings_cls, path) if path else None
        return (init_settings, env_settings, *([toml] if toml else []))


def config_path() -> Path | None:
    """Return the configuration file in force, if there is one.

    Raises:
        UsageError: `ONRECORD_CONFIG` names a file that is not there.
    """
    named = os.environ.get("ONRECORD_CONFIG")
    if named:
        if not Path(named).is_file():
            raise UsageError(f"ONRECORD_CONFIG names {named}, and there is no such file")
        return Path(named)
    here = Path(CONFIG_NAME)
    return here if here.is_file() else None


def load_settings(
    *, store: Path | None = None, linguist: str | None = None, reader: str | None = None
) -> Settings:
    """Return the settings in force.

    Args:
        store: What `--store` said, if anything.
        linguist: What `--linguist` said, if anything.
        reader: What `--reader` said, if anything.

    Raises:
        UsageError: a value is wrong; all wrong values are named at once.
    """
    said: dict[str, Any] = {"store": store, "linguist": linguist, "reader": reader}
    try:
        return Settings(**{name: one for name, one in said.items() if one is not None})
    except SettingsError as error:
        raise UsageError(f"the settings are wrong: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()
        )
        raise UsageError(f"the settings are wrong: {wrong}") from error
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the configuration file cannot be read: {error}") from error
