"""Language models behind a chat-completions service, over http(s)."""
