-- What the checking page may say of the paper with a code.
SELECT agency, title, number, made_on, sealed_on, withdrawn FROM check_paper($1)
