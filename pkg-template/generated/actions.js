// Written by `cargo xtask gen`. Do not edit.

/** The codes that nearly every Action documents: a letter each. That of the first code is the first of these, and so on. */
export const FIRST_LETTER = '(';
export const USUAL_CODES = ')/=';

/** The marks of an Action that is called before sign-in, and of one whose answer is one page of a list. */
export const BEFORE_SIGN_IN = '!';
export const PAGED = '#';

/** For each Action its marks, and the codes in which it differs from the usual; the Actions' names are the first atoms. */
export const ACTION_MARKS = ' 367@IN      ,DQ !(-4=?EF ).J !49=?  ,DSYZ[\\^   ,D D  ,D    ,DSVYZ[\\^ A  ,Dg  ,D    @  +12>QRSTUYZ[]_ce ,D )/DU[ ).GKM   SXZ[    # # # #*DSU_d #,DSVYZ[ #, #*SUX_bf      # #,Dg # !(-=?OP !(-=?C  ?   <QRSTUYZ[_`abe <QRSTUYZ[_`abe  # # (-? ,DQ ,D   ,DSVYZ[\\^ ,DSVYZ[\\^  ,Dg    1  0D 0 1 1 !=EH !:=H ,Dg  !8=H D D !=EH 1 +12>QRSTUYZ[]_ce +,.;GKLMQRSUWYZ[]_`  489CEF ? ).J ).J ).J ).J ).J ).J';
