"""Every fence, in the order in which they are taken away."""

from tests.mutation.batches import BATCHES
from tests.mutation.callbacks import CALLBACKS
from tests.mutation.database_rules import DATABASE_RULES
from tests.mutation.library_file import THE_FILE
from tests.mutation.limits import LIMITS
from tests.mutation.local_files import DELETION, INPUTS, THE_HELPER
from tests.mutation.owners_word import THE_OWNERS_WORD
from tests.mutation.paid_post import THE_POST
from tests.mutation.processes import KEYS, PROCESSES
from tests.mutation.result_addresses import ADDRESSES
from tests.mutation.result_bytes import BYTES
from tests.mutation.sent_once import ONCE, RECOVERY
from tests.mutation.task_end import FINISHING
from tests.mutation.uploads import UPLOADS

FENCES = (
    *DATABASE_RULES,
    *ONCE,
    *RECOVERY,
    *UPLOADS,
    *THE_POST,
    *LIMITS,
    *BATCHES,
    *FINISHING,
    *THE_OWNERS_WORD,
    *CALLBACKS,
    *ADDRESSES,
    *BYTES,
    *DELETION,
    *THE_HELPER,
    *INPUTS,
    *THE_FILE,
    *PROCESSES,
    *KEYS,
)
