-- PDFs whose pages nobody has counted.
SELECT digest FROM uncounted_pdfs($1)
