-- Opens a transaction; a statement of its own so that it can go first in a pipeline.
BEGIN
