"""The words themselves, one module a language. What a word must be: docs/decisions/0020-pseudonyms.md."""
