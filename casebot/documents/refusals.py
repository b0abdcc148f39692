"""How is it said that something is not there or cannot be kept?"""

from difflib import get_close_matches

from casebot.desk import NotThereError
from casebot.documents.voice import Voice
from casebot.store.failure import StoreError


def refusal(error: NotThereError | StoreError, voice: Voice) -> str:
    """One sentence with what to do."""
    if isinstance(error, StoreError):
        return voice.say(f"error.{error.code}", **error.args_said)
    near = get_close_matches(error.name, error.known, n=1, cutoff=0.5)
    hint = voice.say("error.near", name=near[0]) if near else ""
    place = {"file": error.place.file, "line": str(error.place.line)} if error.place is not None else {}
    return voice.say(f"error.{error.code}", name=error.name, near=hint, all=", ".join(error.known), **place)
