#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""judge-level.py ROOT.pem t|lt|lta FILE.pdf…: pyHanko's word on the level of the first signature.

No network: the newest timestamp, for which a verifier asks whoever is alive, is judged by the
revocation data of the file too.
"""
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import (
    RevocationInfoValidationType,
    validate_pdf_ltv_signature,
    validate_pdf_signature,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

PROFILES = {
    "lt": RevocationInfoValidationType.PADES_LT,
    "lta": RevocationInfoValidationType.PADES_LTA,
}


def judge_time(signature, root):
    """B-T: nothing in the file tells of revocation yet."""
    context = ValidationContext(trust_roots=[root], allow_fetching=False, revocation_mode="soft-fail")
    status = validate_pdf_signature(signature, context, ts_validation_context=context)
    time = status.timestamp_validity
    return status, status.bottom_line and time is not None and time.valid and time.trusted


def judge_evidence(reader, signature, root, level):
    settings = {"trust_roots": [root], "allow_fetching": False, "revocation_mode": "hard-fail"}
    dss = DocumentSecurityStore.read_dss(reader)
    status = validate_pdf_ltv_signature(
        signature,
        PROFILES[level],
        validation_context_kwargs=dict(settings),
        bootstrap_validation_context=dss.as_validation_context(dict(settings)),
    )
    return status, status.bottom_line


def judge(path, root, level):
    with open(path, "rb") as stream:
        reader = PdfFileReader(stream)
        signature = reader.embedded_regular_signatures[0]
        status, holds = (
            judge_time(signature, root)
            if level == "t"
            else judge_evidence(reader, signature, root, level)
        )
        print(path, holds, status.summary())
        return holds


def main():
    root = load_cert_from_pemder(sys.argv[1])
    # Every file is judged, also after one that fails.
    return 0 if all([judge(path, root, sys.argv[2]) for path in sys.argv[3:]]) else 1


sys.exit(main())
